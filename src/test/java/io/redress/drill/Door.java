package io.redress.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the nodes say which point they have reached: {@code /node/action/moment/key}. The answer lets them go on. */
final class Door implements AutoCloseable {

    private final Saboteur saboteur;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "drill-door");
        thread.setDaemon(true);
        return thread;
    });

    Door(Saboteur saboteur) {
        this.saboteur = saboteur;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        var said = exchange.getRequestURI().getPath().substring(1).split("/", 4);
        var point = new Point(Action.valueOf(said[1]), Moment.valueOf(said[2]));
        saboteur.reached(said[0], point, said[3]);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
