package io.redress.intake.registration;

import io.redress.complaint.customer.Customer;
import io.redress.complaint.file.Channel;
import io.redress.complaint.file.Claim;
import io.redress.core.input.Problem;
import io.redress.core.input.RefusedInput;
import io.redress.core.text.EnumWords;
import io.redress.core.text.VisibleText;
import io.redress.engine.port.StartValidation;
import io.redress.engine.task.FormReader;
import io.redress.engine.task.ReadForm;
import io.redress.verification.safety.Dangers;
import io.redress.verification.safety.HurtForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The variables of a process that is started in the engine itself, and the complaint in them. */
@Component
public class StartVariables implements StartValidation, FormReader {

    private static final String ACKNOWLEDGED = "acknowledged";

    /** The variables that a start may bring; longer texts than these the engine cannot store. */
    public static final List<String> NAMES = List.of(
            "description",
            "claim",
            "channel",
            ACKNOWLEDGED,
            "externalId",
            "customerName",
            "customerEmail",
            "customerPhone",
            "customerLocale",
            "orderNumber",
            "paymentReference",
            "trackingCode",
            "subject",
            Dangers.HURT);

    private static final ReadForm FORM = ReadForm.of("registerComplaint")
            .choice("channel", Channel.class)
            .needs("description")
            .takes("claim", Claim.class)
            .takes(NAMES.toArray(String[]::new))
            .andNoOthers();

    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final int LONGEST_OTHER = 255;
    private static final Set<String> KNOWN = Set.copyOf(NAMES);

    @Override
    public ReadForm form() {
        return FORM;
    }

    @Override
    public List<Problem> check(Map<String, Object> variables) {
        List<Problem> problems = new ArrayList<>();
        variables.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> problems.add(new Problem(name, "This variable is not known.")));
        for (String name : NAMES) {
            switch (name) {
                case Dangers.HURT -> checkHurt(variables, problems);
                case ACKNOWLEDGED -> checkTick(name, variables.get(name), problems);
                default -> checkText(name, variables.get(name), problems);
            }
        }
        if (problems.isEmpty()) {
            checkMeaning(variables, problems);
        }
        return problems;
    }

    private static void checkText(String name, Object value, List<Problem> problems) {
        int longest = name.equals("description") ? LONGEST_DESCRIPTION : LONGEST_OTHER;
        if (value != null && !(value instanceof String)) {
            problems.add(new Problem(name, "Must be a text."));
        } else if (value != null && value.toString().length() > longest) {
            problems.add(new Problem(name, "Must have at most %,d characters.".formatted(longest)));
        }
    }

    /** A form of Tasklist sends a boolean, a system perhaps a word. */
    private static void checkTick(String name, Object value, List<Problem> problems) {
        if (value != null && !Set.of("true", "false", "").contains(value.toString())) {
            problems.add(new Problem(name, "Must be true or false."));
        }
    }

    /** A form of Tasklist answers with a word, a system with a boolean. */
    private static void checkHurt(Map<String, Object> variables, List<Problem> problems) {
        try {
            HurtForm.answer(variables);
        } catch (RefusedInput refused) {
            problems.addAll(refused.problems());
        }
    }

    private static void checkMeaning(Map<String, Object> variables, List<Problem> problems) {
        if (text(variables, "description") == null) {
            problems.add(new Problem("description", "Say what went wrong."));
        }
        problems.addAll(GivenContacts.check(customer(variables), "customerEmail", "customerPhone"));
        String locale = text(variables, "customerLocale");
        if (locale != null && !Customer.isLanguage(locale)) {
            problems.add(new Problem("customerLocale", GivenContacts.LANGUAGE_EXPECTED));
        }
        checkWord(variables, "claim", Claim.class, problems);
        checkWord(variables, "channel", Channel.class, problems);
    }

    private static <E extends Enum<E>> void checkWord(
            Map<String, Object> variables, String name, Class<E> type, List<Problem> problems) {
        String word = text(variables, name);
        if (word != null && EnumWords.constant(type, word).isEmpty()) {
            problems.add(new Problem(name, "Must be one of " + String.join(", ", EnumWords.words(type)) + "."));
        }
    }

    /** @throws RefusedInput where the variables are not those of a complaint, whatever door let them through */
    public RegisterComplaint read(Map<String, Object> variables) {
        List<Problem> problems = check(variables);
        if (!problems.isEmpty()) {
            throw new RefusedInput(problems);
        }
        return new RegisterComplaint(
                EnumWords.constant(Channel.class, text(variables, "channel")).orElse(Channel.WEB),
                EnumWords.constant(Claim.class, text(variables, "claim")).orElse(null),
                text(variables, "externalId"),
                null,
                null,
                "true".equals(text(variables, ACKNOWLEDGED)),
                customer(variables),
                text(variables, "orderNumber"),
                text(variables, "paymentReference"),
                text(variables, "trackingCode"),
                null,
                List.of(),
                text(variables, "subject"),
                text(variables, "description"),
                null,
                HurtForm.answer(variables));
    }

    private static Customer customer(Map<String, Object> variables) {
        return new Customer(
                text(variables, "customerName"),
                text(variables, "customerEmail"),
                text(variables, "customerPhone"),
                text(variables, "customerLocale"),
                null);
    }

    private static String text(Map<String, Object> variables, String name) {
        Object value = variables.get(name);
        return value == null ? null : VisibleText.of(value.toString()).orElse(null);
    }
}
