package io.redress.drill;

import io.redress.outside.order.Fulfilment.Replacement;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentProvider.CreditOrder;
import io.redress.remedy.ledger.Remedy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;

/** Tells the drill which point a call has reached, and goes on when the drill answers, if it ever does. */
final class Checkpoints implements MethodInterceptor {

    static final String[] METHODS = {"send", "settle", "refund", "credit", "endSubscription", "order"};

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI door;
    private final String node;

    Checkpoints(URI door, String node) {
        this.door = door;
        this.node = node;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        return switch (call.getMethod().getName()) {
            case "send" -> around(call, Moment.BEFORE_ROW, null);
            case "settle" -> around(call, null, Moment.AFTER_COMMIT);
            default -> around(call, Moment.AFTER_ROW, Moment.AFTER_ANSWER);
        };
    }

    private Object around(MethodInvocation call, Moment before, Moment after) throws Throwable {
        var subject = Stream.of(call.getArguments())
                .flatMap(Subject::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The drill does not understand " + call.getMethod()));
        reached(subject, before);
        var result = call.proceed();
        reached(subject, after);
        return result;
    }

    private void reached(Subject subject, Moment moment) throws IOException, InterruptedException {
        if (moment == null || subject.action() == null) {
            return;
        }
        var where = door.resolve("/%s/%s/%s/%s".formatted(node, subject.action(), moment, subject.key()));
        http.send(HttpRequest.newBuilder(where).build(), BodyHandlers.discarding());
    }

    /** What a call is about; no action where nothing is asked of a provider. */
    private record Subject(Action action, String key) {

        static Stream<Subject> of(Object argument) {
            if (argument instanceof Remedy remedy) {
                return Stream.of(new Subject(action(remedy), remedy.id().toString()));
            }
            if (argument instanceof RefundOrder refund) {
                return Stream.of(new Subject(Action.REFUND, refund.key()));
            }
            if (argument instanceof CreditOrder credit) {
                return Stream.of(new Subject(Action.CREDIT, credit.key()));
            }
            if (argument instanceof Replacement replacement) {
                return Stream.of(new Subject(Action.REPLACEMENT, replacement.reference()));
            }
            return argument instanceof String subscription
                    ? Stream.of(new Subject(Action.CANCELLATION, subscription))
                    : Stream.empty();
        }

        private static Action action(Remedy remedy) {
            return switch (remedy.kind()) {
                case REFUND -> Action.REFUND;
                case REPLACEMENT -> Action.REPLACEMENT;
                case GOODWILL -> Action.CREDIT;
                default -> null;
            };
        }
    }
}
