package io.redress.complaint.search;

import io.redress.complaint.customer.ContactProperties;
import io.redress.complaint.customer.Customer;
import io.redress.complaint.customer.EmailAddress;
import io.redress.complaint.customer.PhoneNumber;
import io.redress.complaint.file.Complaint;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;
import org.springframework.stereotype.Component;

/** The keys by which contacts are found again, however they are spelled; each case file is stored with its own. */
@Component
public class ContactKeys implements BeforeConvertCallback<Complaint> {

    private final ContactProperties properties;

    ContactKeys(ContactProperties properties) {
        this.properties = properties;
    }

    @Override
    public Complaint onBeforeConvert(Complaint complaint) {
        Customer customer = complaint.customer();
        String region = complaint.phoneRegion() == null ? properties.region() : complaint.phoneRegion();
        complaint.foundBy(mailbox(customer.email()), dialling(customer.phone(), region));
        return complaint;
    }

    /** The key of a mail address; {@code null} for what is none. */
    public String mailbox(String email) {
        return EmailAddress.parse(email).map(EmailAddress::mailbox).orElse(null);
    }

    /** The key of a phone number, read where we are at home; {@code null} for what is none. */
    public String dialling(String phone) {
        return dialling(phone, properties.region());
    }

    private static String dialling(String phone, String region) {
        return PhoneNumber.parse(phone, region).map(PhoneNumber::dialling).orElse(null);
    }
}
