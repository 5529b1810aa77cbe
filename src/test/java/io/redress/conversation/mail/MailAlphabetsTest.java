package io.redress.conversation.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.complaint.customer.EmailAddress;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every alphabet there is, before and behind the {@code @}, against mail servers that take letters beyond ASCII and such
 * that do not: what arrives is what was typed, or nothing is sent and a person tells it.
 */
class MailAlphabetsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void sampleOfAllAlphabetsArrivesAsTypedOrNotAtAll() throws Exception {
        check(7, 1);
    }

    @Test
    @Tag("deep")
    void everyAlphabetArrivesAsTypedOrNotAtAll() throws Exception {
        check(1, 16);
    }

    private static void check(int everyBlock, int letters) throws Exception {
        int arrived = 0;
        for (boolean offered : new boolean[] {true, false}) {
            try (SmtpServer server = SmtpServer.thatOffersUtf8(offered)) {
                Mailer mailer = MailerTest.mailer(server, PATIENCE);
                for (String letter : alphabets(everyBlock, letters)) {
                    arrived += send(mailer, server, "a" + letter + "b", "example.org", offered);
                    arrived += send(mailer, server, "ada", "a" + letter + "b.example", offered);
                }
            }
        }
        assertThat(arrived).as("how many could be written to").isGreaterThan(letters * 50 / everyBlock);
    }

    /** @return 1 where it arrived */
    private static int send(Mailer mailer, SmtpServer server, String localPart, String domain, boolean offered) {
        String typed = localPart + "@" + domain;
        server.forget();
        try {
            mailer.send(MailerTest.mailTo(typed));
        } catch (AddressRefused refused) {
            assertThat(server.recipients()).as(typed).isEmpty();
            assertThat(EmailAddress.parse(typed).filter(address -> offered || !address.needsSmtpUtf8()))
                    .as("refused without need: %s", typed)
                    .isEmpty();
            return 0;
        }
        assertThat(server.recipients()).as(typed).hasSize(1);
        String there = server.recipients().get(0);
        int at = there.lastIndexOf('@');
        assertThat(there.substring(0, at)).as(typed).isEqualTo(localPart);
        assertThat(there.substring(at)).as(typed).matches("@[A-Za-z0-9.-]+");
        assertThat(composed(decoded(there.substring(at + 1)))).as(typed).isEqualTo(composed(domain));
        assertThat(server.said()).as(typed).contains("\r\nTo: " + there + "\r\n");
        return 1;
    }

    private static String decoded(String domain) {
        return Stream.of(domain.split("\\."))
                .map(label -> label.startsWith("xn--") ? punycode(label.substring(4)) : label)
                .collect(Collectors.joining("."));
    }

    /** The letters of a label by RFC 3492, section 6.2, without any of IDNA's rules. */
    private static String punycode(String label) {
        int delimiter = label.lastIndexOf('-');
        List<Integer> letters = new ArrayList<>();
        label.substring(0, Math.max(0, delimiter)).chars().forEach(letters::add);
        int next = 128;
        int place = 0;
        int bias = 72;
        for (int at = delimiter + 1; at < label.length(); ) {
            int before = place;
            int weight = 1;
            for (int k = 36; ; k += 36) {
                int digit = Character.digit(label.charAt(at), 10) >= 0
                        ? label.charAt(at) - '0' + 26
                        : label.charAt(at) - 'a';
                at++;
                place += digit * weight;
                int threshold = Math.min(26, Math.max(1, k - bias));
                if (digit < threshold) {
                    break;
                }
                weight *= 36 - threshold;
            }
            int size = letters.size() + 1;
            bias = adapted(place - before, size, before == 0);
            next += place / size;
            place %= size;
            letters.add(place++, next);
        }
        return letters.stream().map(Character::toString).collect(Collectors.joining());
    }

    private static int adapted(int step, int size, boolean first) {
        int delta = first ? step / 700 : step / 2;
        delta += delta / size;
        int k = 0;
        while (delta > 455) {
            delta /= 35;
            k += 36;
        }
        return k + 36 * delta / (delta + 38);
    }

    /** Letter case and the order of accents do not matter in a domain. */
    private static String composed(String domain) {
        StringBuilder lowerCase = new StringBuilder();
        domain.codePoints().map(Character::toLowerCase).forEach(lowerCase::appendCodePoint);
        return Normalizer.normalize(lowerCase, Normalizer.Form.NFC);
    }

    /** Some characters of some of Unicode's blocks, evenly spread. */
    private static List<String> alphabets(int everyBlock, int letters) {
        Map<Character.UnicodeBlock, List<Integer>> blocks = new LinkedHashMap<>();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            Character.UnicodeBlock block = Character.UnicodeBlock.of(codePoint);
            if (block != null && Character.isDefined(codePoint)) {
                blocks.computeIfAbsent(block, unused -> new ArrayList<>()).add(codePoint);
            }
        }
        List<String> chosen = new ArrayList<>();
        int number = 0;
        for (List<Integer> block : blocks.values()) {
            if (number++ % everyBlock == 0) {
                int step = Math.max(1, block.size() / letters);
                for (int at = step / 2; at < block.size(); at += step) {
                    chosen.add(Character.toString(block.get(at)));
                }
            }
        }
        return chosen;
    }
}
