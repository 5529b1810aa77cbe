package io.redress.complaint.file;

import io.redress.complaint.customer.ComplainantRole;
import io.redress.complaint.customer.Customer;
import java.util.List;

/** A filing in the making: {@code aFiling().by(Channel.EMAIL).about(Claim.DEFECTIVE).saying("It broke.").filing()}. */
public final class FilingDraft {

    private Channel channel = Channel.WEB;
    private Claim claim;
    private ComplainantRole role = ComplainantRole.BUYER;
    private boolean vouched = true;
    private String name = "Ada";
    private String email = "ada@example.org";
    private String phone;
    private String locale = "en";
    private String orderNumber;
    private String description = "It broke.";

    private FilingDraft() {}

    /** From Ada, in English, by the web, through a system that vouches for orders. */
    public static FilingDraft aFiling() {
        return new FilingDraft();
    }

    public FilingDraft by(Channel channel) {
        this.channel = channel;
        return this;
    }

    public FilingDraft about(Claim claim) {
        this.claim = claim;
        return this;
    }

    public FilingDraft as(ComplainantRole role) {
        this.role = role;
        return this;
    }

    public FilingDraft from(String name, String email, String phone) {
        this.name = name;
        this.email = email;
        this.phone = phone;
        return this;
    }

    public FilingDraft in(String locale) {
        this.locale = locale;
        return this;
    }

    public FilingDraft ofOrder(String number) {
        this.orderNumber = number;
        return this;
    }

    public FilingDraft unvouched() {
        this.vouched = false;
        return this;
    }

    public FilingDraft saying(String description) {
        this.description = description;
        return this;
    }

    public Filing filing() {
        return new Filing(
                channel,
                claim,
                role,
                "system",
                vouched,
                null,
                new Customer(name, email, phone, locale, null),
                orderNumber,
                null,
                null,
                null,
                List.of(),
                null,
                description,
                null,
                null);
    }
}
