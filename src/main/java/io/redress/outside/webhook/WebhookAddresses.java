package io.redress.outside.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for where a webhook may lead. What a name stands for is looked at when it is called, each time. */
final class WebhookAddresses {

    static final int LONGEST = 2_000;

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern IPV4 =
            Pattern.compile("(?:0|[1-9]\\d{0,2})\\.(?:0|[1-9]\\d{0,2})\\.(?:0|[1-9]\\d{0,2})\\.(?:0|[1-9]\\d{0,2})");

    /** The last part of a name never is a number: where it is one, some take the whole for an address, in some spelling. */
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    /** Names that never leave a machine or a network. */
    private static final Pattern INSIDE =
            Pattern.compile("(?:.*\\.)?(?:localhost|local|internal|localdomain|home\\.arpa)");

    private final WebhookProperties properties;

    WebhookAddresses(WebhookProperties properties) {
        this.properties = properties;
    }

    /** Why it may not be called, as a sentence; empty where it may. */
    Optional<String> fault(String written) {
        URI url;
        try {
            url = new URI(written);
        } catch (URISyntaxException noUrl) {
            return Optional.of("Is no address that can be called.");
        }
        if (url.getHost() == null || written.length() > LONGEST) {
            return Optional.of("Give an https address with a host by its name, such as https://example.com/redress.");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of("Give it without a login and without what follows a #.");
        }
        if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            return Optional.of("There is no such port.");
        }
        if (isExcepted(url)) {
            return Optional.empty();
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            return Optional.of("Has to begin with https://.");
        }
        return isClosed(url.getHost().toLowerCase(Locale.ROOT))
                ? Optional.of("Leads to a private address. Events leave only to addresses that are open to everybody.")
                : Optional.empty();
    }

    /** Whether an operator has excepted exactly this host and port. */
    boolean isExcepted(URI url) {
        return properties.allow().contains(url.getHost() + ":" + port(url))
                && String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT).matches("https?");
    }

    private static int port(URI url) {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    private static boolean isClosed(String host) {
        String name = host.replaceFirst("\\.$", "");
        if (name.startsWith("[")) {
            // With a zone it is one of this machine's own.
            return name.contains("%") || !isPublic(name.substring(1, name.length() - 1));
        }
        if (IPV4.matcher(name).matches()) {
            return !name.equals(host) || !isPublic(name);
        }
        return NUMBER_AT_THE_END.matcher(name).matches() || INSIDE.matcher(name).matches() || !name.contains(".");
    }

    private static boolean isPublic(String literal) {
        try {
            InetAddress address = PublicAddress.literal(literal);
            return PublicAddress.isOne(address);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
