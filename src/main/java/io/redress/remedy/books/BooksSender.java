package io.redress.remedy.books;

import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.CallNotPermitted;
import io.redress.outside.wire.Deadline;
import io.redress.outside.wire.ProviderCalls;
import io.redress.outside.wire.ProviderFailure;
import io.redress.outside.wire.Providers;
import io.redress.remedy.books.BooksRows.Due;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sender of events to the books: each event is sent by one node until the books have answered with a 2xx. They may
 * hear of one more than once.
 */
@Component
class BooksSender {

    private static final Logger LOG = LoggerFactory.getLogger(BooksSender.class);
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final BooksProperties properties;
    private final BooksRows rows;
    private final BoundedHttp http;
    private final ProviderCalls provider;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BooksSender(
            BooksProperties properties,
            BooksRows rows,
            BoundedHttp http,
            Providers providers,
            Clock clock,
            TransactionTemplate transaction) {
        this.properties = properties;
        this.rows = rows;
        this.http = http;
        this.provider = providers.calls("books", refused -> refused);
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Tells everything that is due; where the books do not take one, it is put off and the rest waits for the next
     * turn. While the books do not answer at all they are left alone, and nothing is put off.
     */
    @Scheduled(fixedDelayString = "${redress.watches.books:PT2S}", initialDelayString = "${redress.watches.books:PT2S}")
    void tellWhatIsDue() {
        boolean more = properties.isConfigured();
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> tellNext()));
        }
    }

    private boolean tellNext() {
        Optional<Due> next = rows.next(clock.instant());
        return next.isPresent() && tell(next.get());
    }

    private boolean tell(Due event) {
        try {
            int status = provider.make(
                    () -> http.send(request(event), Deadline.in(properties.deadline()))
                            .statusCode(),
                    ProviderFailure::isStatus,
                    ProviderFailure::isSilence);
            if (status / 100 == 2) {
                rows.done(event.id(), clock.instant());
                return true;
            }
            putOff(event, "The books answered " + status);
        } catch (IOException noAnswer) {
            putOff(event, "No answer from the books: " + noAnswer.getMessage());
        } catch (CallNotPermitted leftAlone) {
            LOG.debug("Event {} for the books waits: {}", event.id(), leftAlone.getMessage());
        }
        return false;
    }

    private void putOff(Due event, String problem) {
        LOG.warn("Event {} for the books is put off: {}", event.id(), problem);
        rows.putOff(event.id(), problem, clock.instant(), LONGEST_REST);
    }

    private HttpRequest request(Due event) {
        String signature = Signature.of(event.body(), properties.secret(), clock.instant());
        return HttpRequest.newBuilder(properties.url())
                .header("Content-Type", "application/json")
                .header("Redress-Signature", signature)
                .POST(BodyPublishers.ofString(event.body()))
                .build();
    }
}
