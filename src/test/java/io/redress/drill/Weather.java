package io.redress.drill;

import io.redress.sandbox.http.Fault;
import io.redress.sandbox.http.FaultKind;
import io.redress.sandbox.http.Faults;
import io.redress.sandbox.http.Provider;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The faults of providers and mail server that come and go while the nodes work. */
final class Weather {

    /** Where money and goods move; the rest of each provider is asked for evidence and struck less often. */
    private static final List<String> STRIPE = List.of("/v1/refunds", "/v1/refunds", "/v1/customers/", "/v1/");

    private static final List<String> SHOP = List.of("/fulfilment-orders", "/refunds", "/refunds", "/");
    private static final List<FaultKind> CARRIER =
            List.of(FaultKind.DOWN, FaultKind.ERROR_BEFORE, FaultKind.RATE_LIMIT, FaultKind.SLOW);
    private static final List<FaultKind> POST = List.of(
            FaultKind.DOWN,
            FaultKind.ERROR_BEFORE,
            FaultKind.ERROR_AFTER,
            FaultKind.LOST_ANSWER,
            FaultKind.RATE_LIMIT,
            FaultKind.SLOW);

    private final Faults faults;
    private final Random random;
    private final Map<String, Integer> ordered = new TreeMap<>();

    Weather(Faults faults, Random random) {
        this.faults = faults;
        this.random = random;
    }

    /** Orders a few faults for the requests to come. */
    void change() {
        order(Provider.STRIPE, one(List.of(FaultKind.values())), one(STRIPE));
        order(Provider.SHOP, one(List.of(FaultKind.values())), one(SHOP));
        if (random.nextInt(3) == 0) {
            order(Provider.EASYPOST, one(CARRIER), "");
        }
        if (random.nextInt(2) == 0) {
            order(Provider.SMTP, one(POST), "");
        }
    }

    /** From now on everybody behaves; what never struck is not counted. */
    void clear() {
        faults.pending().forEach(left -> count(left.kind(), -left.count()));
        faults.clear();
    }

    /** How many faults of each kind struck. */
    Map<String, Integer> struck() {
        return ordered;
    }

    private void order(Provider provider, FaultKind kind, String path) {
        count(kind, 1);
        faults.order(new Fault(provider, kind, 1, path, Stage.DEADLINE_SECONDS + 2));
    }

    private void count(FaultKind kind, int many) {
        ordered.merge(kind.wireName(), many, Integer::sum);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
