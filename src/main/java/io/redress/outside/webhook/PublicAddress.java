package io.redress.outside.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that everybody on the Internet can reach. All others may be ours: a webhook that led there would make
 * Redress call what is not open to who named the address.
 */
final class PublicAddress {

    /** Of IPv4, what IANA's registry of special addresses holds, and where clouds answer with credentials. */
    private static final List<Block> CLOSED_4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(Block::of)
            .toList();

    /** Of IPv6, only this is given to anybody. */
    private static final Block OPEN_6 = Block.of("2000::/3");

    /** Within it, tunnels and translations, which lead to IPv4 addresses that nobody has looked at, and tests. */
    private static final List<Block> CLOSED_6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Block::of)
            .toList();

    private PublicAddress() {}

    /** All addresses that begin with the same bits. */
    private record Block(byte[] start, int bits) {

        static Block of(String written) {
            String[] parts = written.split("/");
            return new Block(literal(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether it may be called. An IPv4 address in the clothes of an IPv6 one is what it is. */
    static boolean isOne(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return CLOSED_4.stream().noneMatch(block -> block.holds(bytes));
        }
        return OPEN_6.holds(bytes) && CLOSED_6.stream().noneMatch(block -> block.holds(bytes));
    }

    /** @param written an address in digits, so that no name is looked up */
    static InetAddress literal(String written) {
        try {
            return InetAddress.getByName(written);
        } catch (java.net.UnknownHostException noAddress) {
            throw new IllegalArgumentException(written, noAddress);
        }
    }
}
