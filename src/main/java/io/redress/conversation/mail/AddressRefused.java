package io.redress.conversation.mail;

/**
 * The refusal of an address: there is no such mailbox, or what was given is no mail address; trying again would not
 * help.
 */
public class AddressRefused extends RuntimeException {

    AddressRefused(String message) {
        super(message);
    }
}
