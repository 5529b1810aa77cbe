package io.redress.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A network address as one client's: of IPv6 the first half, because a client has all addresses of it. */
final class NetworkAddress {

    private static final int SUBNET_BYTES = 8;

    private NetworkAddress() {}

    static String client(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, SUBNET_BYTES), bytes.length))
                                    .getHostAddress()
                            + "/64";
        } catch (UnknownHostException malformed) {
            return address;
        }
    }
}
