package io.redress.sandbox.smtp;

import java.util.List;

/** A mail as it was handed over: the sender and recipients of the envelope, each as sent, and the message's bytes. */
record Envelope(String sender, List<String> recipients, byte[] message) {}
