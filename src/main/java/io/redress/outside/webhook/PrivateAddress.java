package io.redress.outside.webhook;

import java.net.UnknownHostException;

/** The reason why a webhook was not called: its name stands for an address that not everybody can reach. */
final class PrivateAddress extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    PrivateAddress(String host) {
        super(host + " stands for a private address, which is not called");
    }
}
