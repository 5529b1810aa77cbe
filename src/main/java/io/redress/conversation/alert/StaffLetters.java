package io.redress.conversation.alert;

import io.redress.complaint.timeline.CaseNumber;
import io.redress.conversation.alert.AlertTexts.Told;
import io.redress.conversation.letter.Letter;
import io.redress.conversation.mail.Mail;
import io.redress.core.staff.People;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The mails that staff get, as texts in English: one alert, or a digest of what waits for the same person. */
@Component
class StaffLetters {

    private static final Comparator<Told> MOST_URGENT_FIRST = Comparator.comparing((Told told) -> !told.overdue())
            .thenComparing(told -> -told.file().priority())
            .thenComparing(Told::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));

    private final ITemplateEngine templates;
    private final AlertTexts words;
    private final People people;

    StaffLetters(ITemplateEngine templates, AlertTexts words, People people) {
        this.templates = templates;
        this.words = words;
        this.people = people;
    }

    /** @param total how many alerts there are; more than are listed where there are very many */
    Mail write(StaffMailRows.Row mail, List<Alert> alerts, int total) {
        List<Told> told = words.of(alerts).stream().sorted(MOST_URGENT_FIRST).toList();
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("greeting", greeting(mail.person()));
        if (told.size() == 1) {
            Told only = told.get(0);
            context.setVariable("alert", only);
            return mail(mail, only.file().number(), title(only), "alert", context);
        }
        Map<CaseNumber, List<Told>> cases = told.stream()
                .collect(Collectors.groupingBy(one -> one.file().number(), LinkedHashMap::new, Collectors.toList()));
        context.setVariable(
                "digest", cases.values().stream().map(StaffLetters::entry).toList());
        context.setVariable("more", total - told.size());
        return mail(mail, null, subject(told, total), "digest", context);
    }

    /** One case of a digest, with all that is to be told of it. */
    record Entry(String title, List<Letter.Block> blocks, String link) {}

    private Mail mail(StaffMailRows.Row mail, CaseNumber about, String subject, String template, Context context) {
        context.setVariable("subject", subject);
        return new Mail(
                mail.id(),
                about,
                mail.recipient(),
                subject,
                templates.process("mail/" + template + ".txt", context),
                templates.process("mail/" + template, context),
                mail.createdAt(),
                true);
    }

    private static String subject(List<Told> told, int total) {
        long cases = cases(told.stream());
        long overdue = cases(told.stream().filter(Told::overdue));
        if (total > told.size()) {
            // What is not listed was not looked at: how many of those are overdue is not known.
            return "%d alerts about many cases".formatted(total);
        }
        if (cases == 1) {
            return "[%s] %d alerts%s".formatted(told.get(0).file().number(), total, overdue == 0 ? "" : ", overdue");
        }
        String what = "%d cases wait for you".formatted(cases);
        return overdue == 0 ? what : what + ", %d overdue".formatted(overdue);
    }

    private static long cases(Stream<Told> told) {
        return told.map(one -> one.file().number()).distinct().count();
    }

    private static Entry entry(List<Told> ofOneCase) {
        Told first = ofOneCase.get(0);
        List<Letter.Block> blocks = new ArrayList<>(first.blocks());
        ofOneCase.stream().skip(1).forEach(further -> {
            blocks.addAll(new Letter.Body().say(title(further)).blocks());
            blocks.addAll(further.blocks());
        });
        return new Entry(title(first), blocks, first.link());
    }

    /** The case number goes first, so that mails about different complaints are told apart at a glance. */
    private static String title(Told told) {
        return "[%s] %s".formatted(told.file().number(), told.subject());
    }

    private String greeting(String person) {
        return "Hello"
                + Optional.ofNullable(person)
                        .flatMap(people::find)
                        .map(known -> " " + known.displayName())
                        .orElse("") + ",";
    }
}
