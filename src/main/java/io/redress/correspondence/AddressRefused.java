package io.redress.correspondence;

/** There is no such mailbox, or what was given is no mail address; trying again would not help. */
class AddressRefused extends RuntimeException {

    AddressRefused(String message) {
        super(message);
    }
}
