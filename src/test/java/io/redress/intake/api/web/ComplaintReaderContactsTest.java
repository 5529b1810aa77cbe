package io.redress.intake.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.complaint.customer.Customer;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.intake.registration.GivenContacts;
import io.redress.intake.registration.StartVariables;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a way to reach the complainant, the same at the API's door and at the engine's. */
class ComplaintReaderContactsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ComplaintReader reader = new ComplaintReader(Clock.systemUTC());
    private final StartVariables startVariables = new StartVariables();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(212) 555-0100",
                "(030) 1234567",
                "+49 30 1234567 ext. 7",
                "+49\u00a030\u00a01234567",
                "tel:+49-30-1234567",
                "０３０１２３４５６７",
                "+1 212 555 0100",
            })
    void usualPhoneNumberIsEnough(String phone) {
        assertThat(problems(null, phone)).isEmpty();
        assertThat(atEngine(null, phone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maša@example.org", "luka.novač@example.org", "info@straße.de", "用户@例え.jp"})
    void addressBeyondLatinIsEnough(String email) {
        assertThat(problems(email, null)).isEmpty();
        assertThat(atEngine(email, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "call me, lena@example.com, phone",
        "lena@example, 030 1234567,",
        "+49 30 1234567, lena@exam ple.com, email",
        "+49 30 1234567, 'a@example.com,b@example.com', email",
        "+49 30 1234567, lena@ｅｘａｍｐｌｅ.com, email",
        "12, lena@example.com, phone",
    })
    void contactThatCannotBeReadDoesNotLoseAComplaintThatHasAnother(String one, String other, String warned) {
        String phone = one.contains("@") ? other : one;
        String email = one.contains("@") ? one : other;

        assertThat(problems(email, phone)).isEmpty();
        assertThat(atEngine(email, phone)).isEmpty();
        assertThat(GivenContacts.warnings(new Customer(null, email, phone, null, null), "email", "phone"))
                .extracting(Problem::field)
                .isEqualTo(warned == null ? List.of() : List.of(warned));
    }

    @ParameterizedTest
    @CsvSource({
        ", , customer.email",
        "' ', , customer.email",
        "'\u200b', , customer.email",
        "'\u2060\u3164', '\u00ad', customer.email",
        "lena, , customer.email",
        "lena@@example.com, , customer.email",
        ", call me, customer.phone",
        "lena, call me, customer.phone",
    })
    void withoutAnyThatCanBeReadItIsRefusedByField(String email, String phone, String field) {
        assertThat(problems(email, phone)).extracting(Problem::field).contains(field);
        assertThat(atEngine(email, phone))
                .extracting(Problem::field)
                .contains(field.equals("customer.email") ? "customerEmail" : "customerPhone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u2060", "\ufeff", "\u00ad", "\u3164", "\u2800", "\u0301", "\u202e\u202c"})
    void descriptionThatNobodyCanSeeIsMissing(String description) {
        Map<String, Object> body = body("lena@example.com", null);
        body.put("description", description);

        assertThat(read(body)).containsExactly(new Problem("description", "Say what went wrong."));
    }

    @Test
    void whatIsFarTooLongIsRefusedAtOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            assertThat(problems("l".repeat(65_536) + "@example.com", null))
                    .extracting(Problem::field)
                    .containsExactly("customer.email");
            assertThat(problems("lena@example.com", "1".repeat(65_536)))
                    .extracting(Problem::field)
                    .containsExactly("customer.phone");
            Map<String, Object> body = body("lena@example.com", null);
            body.put("customer", Map.of("email", "lena@example.com", "name", "\u200fנועה ".repeat(4_000)));
            assertThat(read(body)).extracting(Problem::field).containsExactly("customer.name");
        });
    }

    private List<Problem> problems(String email, String phone) {
        return read(body(email, phone));
    }

    private List<Problem> read(Map<String, Object> body) {
        try {
            reader.read(JSON.valueToTree(body));
            return List.of();
        } catch (RefusedInput refused) {
            return refused.problems();
        }
    }

    private List<Problem> atEngine(String email, String phone) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("description", "My parcel never came.");
        variables.put("customerEmail", email);
        variables.put("customerPhone", phone);
        return startVariables.check(variables);
    }

    private static Map<String, Object> body(String email, String phone) {
        Map<String, Object> customer = new HashMap<>();
        customer.put("email", email);
        customer.put("phone", phone);
        Map<String, Object> body = new HashMap<>();
        body.put("description", "My parcel never came.");
        body.put("customer", customer);
        return body;
    }
}
