package io.redress.complaint.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.core.text.VisibleText;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What holds for every contact, whatever is typed. */
@Tag("generated")
class ContactLawsTest {

    @Property
    void whateverIsTypedIsReadOrNotAndNothingElse(@ForAll String text) {
        assertThat(EmailAddress.parse(text).map(EmailAddress::typed).orElse(trimmed(text)))
                .isEqualTo(trimmed(text));
        assertThat(PhoneNumber.parse(text, "DE").map(PhoneNumber::typed).orElse(trimmed(text)))
                .isEqualTo(trimmed(text));
        assertThat(VisibleText.of(text).orElse(trimmed(text))).isEqualTo(trimmed(text));
    }

    @Property
    void whatTravelsIsReadAsTheSameMailbox(@ForAll("addresses") String typed) {
        Optional<EmailAddress> address = EmailAddress.parse(typed);

        address.ifPresent(read -> {
            EmailAddress travelled = EmailAddress.parse(read.forWire()).orElseThrow();
            assertThat(travelled).isEqualTo(read);
            assertThat(travelled.forWire()).isEqualTo(read.forWire());
            assertThat(read.forWire()).startsWith(typed.substring(0, typed.lastIndexOf('@') + 1));
        });
    }

    @Property
    void sameMailboxIsAnEquivalence(
            @ForAll("addresses") String one, @ForAll("addresses") String two, @ForAll("addresses") String three) {
        Optional<EmailAddress> a = EmailAddress.parse(one);
        Optional<EmailAddress> b = EmailAddress.parse(two);
        Optional<EmailAddress> c = EmailAddress.parse(three);

        assertThat(a.equals(b)).isEqualTo(b.equals(a));
        if (a.equals(b) && b.equals(c)) {
            assertThat(a).isEqualTo(c);
        }
        if (a.isPresent() && a.equals(b)) {
            assertThat(a.hashCode()).isEqualTo(b.hashCode());
            assertThat(lowerCased(one)).isEqualTo(lowerCased(two));
        }
    }

    @Property
    void numberIsReadAgainAsTheSame(@ForAll("numbers") String typed) {
        PhoneNumber.parse(typed, "DE").ifPresent(read -> {
            assertThat(PhoneNumber.parse(read.dialling(), "DE")).contains(read);
            assertThat(read.in("DE")).isEqualTo(read);
        });
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> local =
                Arbitraries.strings().withChars("aAbB.+-šé").ofMinLength(1).ofMaxLength(3);
        Arbitrary<String> domain = Arbitraries.of("example.org", "EXAMPLE.org", "müller.de", "xn--mller-kva.de", "a.b");
        return Combinators.combine(local, domain).as((before, behind) -> before + "@" + behind);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings()
                .withChars("+0123456789 ()-/.")
                .ofMinLength(3)
                .ofMaxLength(16)
                .flatMap(number -> Arbitraries.of("", " ext. 7", " x12").map(extension -> number + extension));
    }

    private static String trimmed(String text) {
        return VisibleText.trimmed(text);
    }

    /** Addresses of these alphabets differ in nothing but ASCII case and the spelling of one domain. */
    private static String lowerCased(String address) {
        StringBuilder lower = new StringBuilder();
        address.chars()
                .map(letter -> letter < 0x80 ? Character.toLowerCase(letter) : letter)
                .forEach(letter -> lower.append((char) letter));
        return lower.toString().replace("xn--mller-kva", "müller");
    }
}
