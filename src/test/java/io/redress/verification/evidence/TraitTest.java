package io.redress.verification.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.outside.order.Order.Address;
import org.junit.jupiter.api.Test;

/** The same contact or place in another spelling is the same one; another one is not. */
class TraitTest {

    @Test
    void spellingsOfOneAddressAreOne() {
        Trait plain = place("Kastanienstraße 12", null, "10435");
        assertThat(place("KASTANIENSTR. 12", "", "10435 ")).isEqualTo(plain);
        assertThat(place("Kastanienstrasse 12", null, "10435")).isEqualTo(plain);
        assertThat(place("27 Otley Road", null, "LS6 3AA")).isEqualTo(place("27, Otley Rd", null, "ls63aa"));
        assertThat(place("8 Rue Mercière", null, "69002")).isEqualTo(place("8 rue Merciere", null, "69002"));
    }

    @Test
    void anotherDoorIsAnotherAddress() {
        Trait plain = place("Kastanienallee 12", null, "10435");
        assertThat(place("Kastanienallee 1", "2", "10435")).isNotEqualTo(plain);
        assertThat(place("Kastanienallee 12", "Apt 4", "10435")).isNotEqualTo(plain);
        assertThat(place("Kastanienallee 12", null, "10437")).isNotEqualTo(plain);
        assertThat(Trait.address(null).isKnown()).isFalse();
    }

    @Test
    void contactsAreComparedWithoutWhatDoesNotMatter() {
        assertThat(Trait.email("Lena.Vogt@Example.com ")).isEqualTo(Trait.email("lena.vogt@example.com"));
        assertThat(Trait.email("lena.vogt+1@example.com")).isNotEqualTo(Trait.email("lena.vogt@example.com"));
        assertThat(Trait.email("lena.vogt@müller.de")).isEqualTo(Trait.email("Lena.Vogt@xn--mller-kva.de"));
        assertThat(Trait.phone("0049 (30) 555-0101", "")).isEqualTo(Trait.phone("+49 30 5550101", ""));
        assertThat(Trait.phone("(030) 5550101", "DE")).isEqualTo(Trait.phone("+49 30 5550101", null));
        assertThat(Trait.phone("(030) 5550101", "AT")).isNotEqualTo(Trait.phone("+49 30 5550101", "AT"));
        assertThat(Trait.phone("+49 30 5550101 ext. 7", "")).isNotEqualTo(Trait.phone("+49 30 5550101", ""));
        assertThat(Trait.phone(" - ", "").isKnown()).isFalse();
    }

    private static Trait place(String street1, String street2, String zip) {
        return Trait.address(new Address("Whoever", street1, street2, "Wherever", null, zip, "DE", null));
    }
}
