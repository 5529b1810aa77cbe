package io.redress.conversation.alert;

import io.redress.complaint.file.Complaints;
import io.redress.core.staff.Groups;
import io.redress.outside.outbox.HeldUp;
import io.redress.people.staff.StaffNotice;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The notices to managers that events for another system do not leave. */
@Component
class HeldUpEvents {

    private final StaffNotice notices;
    private final Complaints complaints;

    HeldUpEvents(StaffNotice notices, Complaints complaints) {
        this.notices = notices;
        this.complaints = complaints;
    }

    @EventListener
    void tell(HeldUp news) {
        notices.tell(
                complaints.get(news.first()),
                "outbox/%s/%s".formatted(news.destination(), news.since()),
                Groups.MANAGERS,
                "Events do not reach " + news.title(),
                """
                %d wait to be sent to %s, the first since %s, and it is about this case. %s. Each is tried again at least once \
                an hour, without end; until then later ones of the same case wait behind it. Your operator sees all of them in \
                the table redress.outbox_entry and can have one sent at once, or skipped.""".formatted(news.waiting(), news.title(), news.since(), why(news)));
    }

    private static String why(HeldUp news) {
        return news.problem() == null ? "Nothing was tried yet" : news.problem();
    }
}
