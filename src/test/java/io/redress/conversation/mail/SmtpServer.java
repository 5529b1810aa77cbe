package io.redress.conversation.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A mail server that says what it is told to say, and remembers what was said to it, octet by octet. */
class SmtpServer implements AutoCloseable {

    private static final String OK = "250 ok";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final String greeting;
    private final String toRecipients;
    private final String toMails;
    private volatile boolean utf8;

    private SmtpServer(String greeting, String toRecipients, String toMails, boolean utf8) throws IOException {
        this.greeting = greeting;
        this.toRecipients = toRecipients;
        this.toMails = toMails;
        this.utf8 = utf8;
        Thread thread = new Thread(this::serve, "smtp of a test");
        thread.setDaemon(true);
        thread.start();
    }

    static SmtpServer thatSaysToRecipients(String answer) throws IOException {
        return new SmtpServer("220 hello", answer, OK, false);
    }

    static SmtpServer thatSaysToMails(String answer) throws IOException {
        return new SmtpServer("220 hello", OK, answer, false);
    }

    /** Greets without an end. */
    static SmtpServer thatDrips() throws IOException {
        return new SmtpServer("220-", OK, OK, false);
    }

    static SmtpServer thatOffersUtf8(boolean offered) throws IOException {
        return new SmtpServer("220 hello", OK, OK, offered);
    }

    void offerUtf8(boolean offered) {
        utf8 = offered;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Every line so far, commands and mails. */
    String said() {
        return String.join("\r\n", heard) + "\r\n";
    }

    /** Whom mails were for, in the order of their coming. */
    List<String> recipients() {
        return heard.stream()
                .filter(line -> line.startsWith("RCPT TO:<"))
                .map(line -> line.substring("RCPT TO:<".length(), line.lastIndexOf('>')))
                .toList();
    }

    void forget() {
        heard.clear();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException closed) {
                // The client has gone, or the test is over.
            }
        }
    }

    private void converse(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, greeting);
        boolean inMail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (inMail) {
                inMail = !line.equals(".");
                if (!inMail) {
                    say(client, toMails);
                }
            } else {
                inMail = line.equals("DATA");
                say(client, answer(line));
            }
        }
    }

    private String answer(String line) {
        if (line.startsWith("EHLO")) {
            return utf8 ? "250-localhost\r\n250-8BITMIME\r\n250 SMTPUTF8" : "250-localhost\r\n250 8BITMIME";
        }
        if (line.startsWith("RCPT")) {
            return toRecipients;
        }
        return line.equals("DATA") ? "354 go on" : OK;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
