package io.redress.conversation.letter;

import io.redress.complaint.file.Complaint;
import io.redress.complaint.tracking.TrackingLinks;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The form of a letter: plain words, a text mail and an HTML mail. */
@Component
class LetterForm {

    private final ITemplateEngine templates;
    private final TrackingLinks links;
    private final Texts texts;

    LetterForm(ITemplateEngine templates, TrackingLinks links, Texts texts) {
        this.templates = templates;
        this.links = links;
        this.texts = texts;
    }

    Letter.Rendered render(Complaint complaint, Letter composed) {
        Letter letter = composed.contained();
        Context context = new Context(letter.locale());
        context.setVariable("letter", letter);
        context.setVariable("colon", texts.get(letter.locale(), "colon"));
        context.setVariable("caseNumber", complaint.number().value());
        String words = templates.process("mail/words.txt", context).strip();
        context.setVariable("words", words);
        context.setVariable("page", links.url(complaint));
        context.setVariable("pageLabel", texts.get(letter.locale(), "page.label"));
        context.setVariable("pageNote", texts.get(letter.locale(), "page.note"));
        return new Letter.Rendered(
                letter.locale(),
                subject(complaint, letter),
                words,
                templates.process("mail/letter.txt", context),
                templates.process("mail/letter", context),
                composed.quoted(),
                letter.confidential());
    }

    /** The case number goes first, so that mails about different complaints are told apart at a glance. */
    private static String subject(Complaint complaint, Letter letter) {
        return "[%s] %s".formatted(complaint.number(), letter.subject());
    }
}
