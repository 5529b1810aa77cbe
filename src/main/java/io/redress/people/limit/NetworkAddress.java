package io.redress.people.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network addresses that count as one caller. */
public final class NetworkAddress {

    private static final int NETWORK_BYTES = 8;

    private NetworkAddress() {}

    /** An IPv4 address as it is; of an IPv6 address the network, because whoever has one address in it has them all. */
    public static String caller(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            InetAddress read = InetAddress.getByName(address);
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), NETWORK_BYTES))
                    : read.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
