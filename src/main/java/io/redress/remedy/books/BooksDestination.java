package io.redress.remedy.books;

import io.redress.outside.outbox.Answer;
import io.redress.outside.outbox.Destination;
import io.redress.outside.outbox.OutboxEntry;
import io.redress.outside.outbox.OutboxSender;
import io.redress.outside.wire.BoundedHttp;
import io.redress.outside.wire.Deadline;
import io.redress.outside.wire.ProviderCalls;
import io.redress.outside.wire.Providers;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The books as a destination of the outbox: where they are, and what each event is signed with. */
@Component
class BooksDestination implements Destination {

    static final String NAME = "books";

    private final BooksProperties properties;
    private final OutboxSender sender;
    private final BoundedHttp http;
    private final ProviderCalls calls;
    private final Clock clock;

    BooksDestination(
            BooksProperties properties, OutboxSender sender, BoundedHttp http, Providers providers, Clock clock) {
        this.properties = properties;
        this.sender = sender;
        this.http = http;
        this.calls = providers.calls(NAME, refused -> refused);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${redress.watches.books:PT2S}", initialDelayString = "${redress.watches.books:PT2S}")
    void tellWhatIsDue() {
        if (properties.isConfigured()) {
            sender.sendWhatIsDue(this);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "the books";
    }

    @Override
    public ProviderCalls calls() {
        return calls;
    }

    @Override
    public Answer send(OutboxEntry event) throws IOException {
        return Answer.of(http.send(request(event), Deadline.in(properties.deadline())));
    }

    private HttpRequest request(OutboxEntry event) {
        String signature = Signature.of(event.body(), properties.secret(), clock.instant());
        return HttpRequest.newBuilder(properties.url())
                .header("Content-Type", "application/json")
                .header("Redress-Signature", signature)
                .POST(BodyPublishers.ofString(event.body()))
                .build();
    }
}
