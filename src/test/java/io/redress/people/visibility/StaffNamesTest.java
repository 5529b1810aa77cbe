package io.redress.people.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.core.staff.People.Person;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom of our staff customers name, and whom they do not. */
class StaffNamesTest {

    private static final List<Person> STAFF = List.of(
            new Person("handler", "Hanna Handler", null),
            new Person("handler2", "Henry Handler", null),
            new Person("lead", "Lea Lead", null),
            new Person("j.mueller", "Jörg Müller", null),
            new Person("martin", "Martin Koch", "martin@redress.example"),
            new Person("kowalczyk1", "Zoë Kowalczyk", null),
            new Person("li", "小明 李", null),
            new Person("lan", "Mei Lan", null));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Hanna Handler was rude                      | handler
                    Henry Handler was rude                      | handler2
                    handler was rude to me                      | handler
                    a complaint about handler                   | handler
                    The lead, login lead, shouted               | lead
                    handler, handler2 and lead were all rude    | handler handler2 lead
                    Hanna was rude to me                        | handler
                    martin@redress.example was rude             | martin
                    HANNA HANDLER was rude                      | handler
                    it was hanna handler's fault                | handler
                    Handler, Hanna: never again                 | handler
                    I spoke to Hanna M. Handler                 | handler
                    Ms Handler hung up on me                    | handler handler2
                    Frau Lead hat mich beleidigt                | lead
                    handler2 wrote me nonsense                  | handler2
                    @handler2, really?                          | handler2
                    Joerg Mueller schrie                        | j.mueller
                    jorg muller schrie                          | j.mueller
                    Herr Müller schrie                          | j.mueller
                    mail from j.mueller.                        | j.mueller
                    Zoe Kowalczyk lied                          | kowalczyk1
                    李小明骂了我                                | li
                    李先生态度很差                              | li
                    兰先生态度很差                              | lan
                    """)
    void namesPropose(String text, String logins) {
        assertThat(StaffNames.in(text, null, false, STAFF)).isEqualTo(Set.of(logins.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The handler of the bag is broken            |
                    The lead cable is missing                   |
                    I want to speak to your manager             |
                    My son Martin is four                       |
                    Hanna liked it                              |
                    Der Koch brennt                             |
                    Unhandlerable                               |
                    my email is martin@customer.example         |
                    Regards, Hanna Handler                      | Hanna Handler
                    我要退货                                    |
                    """)
    void ordinaryWordsDoNot(String text, String customer) {
        assertThat(StaffNames.in(text, customer, false, STAFF)).isEmpty();
    }

    @Test
    void oneNameIsEnoughWhereTheTextSpeaksOfStaffAnyway() {
        assertThat(StaffNames.in("Your Kowalczyk shouted at me", null, true, STAFF))
                .containsExactly("kowalczyk1");
        assertThat(StaffNames.in("Your handler shouted at me", null, true, STAFF))
                .isEmpty();
        assertThat(StaffNames.in(null, null, true, STAFF)).isEmpty();
    }
}
