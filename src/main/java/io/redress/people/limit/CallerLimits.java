package io.redress.people.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The limits of callers: logins are counted by name, everybody else by network address. */
@Component
public class CallerLimits {

    /** With more callers at once than this, those that were quiet longest start anew. */
    private static final int MOST_CALLERS = 50_000;

    private static final Duration QUIET = Duration.ofMinutes(2);

    private final LimitProperties properties;
    private final CommonStore store;
    private final Cache<String, Allowance> allowances;
    private final Counter refusedClients;
    private final Counter refusedAddresses;
    private volatile boolean enabled;

    CallerLimits(LimitProperties properties, CommonStore store, MeterRegistry meters) {
        this.properties = properties;
        this.store = store;
        this.enabled = properties.enabled();
        Duration refill = longer(
                QUIET,
                longer(properties.perClient().refill(), properties.perAddress().refill()));
        this.allowances = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(refill)
                .build();
        this.refusedClients = meters.counter("redress.limits.refused", "by", "client");
        this.refusedAddresses = meters.counter("redress.limits.refused", "by", "address");
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Switches the limits on or off on this node, until it is started again. */
    public void enable(boolean on) {
        enabled = on;
    }

    /** Whether anything is limited. */
    public boolean areEnabled() {
        return enabled;
    }

    /** Paths that are never limited, as an operator set them. */
    public List<String> exempt() {
        return properties.exempt();
    }

    /** Takes one request of a login. @return how long to wait before the next try; zero where it may go on */
    public Duration takeFromClient(String login) {
        return counted(client(login).take(), refusedClients);
    }

    /** Takes one request that shows no login. @return how long to wait before the next try; zero where it may go on */
    public Duration takeFromAddress(String address) {
        return counted(address(address).take(), refusedAddresses);
    }

    /** Gives an address back the token of a request that turned out to be no stranger's. */
    public void giveBackToAddress(String address) {
        address(address).giveBack();
    }

    private Allowance client(String login) {
        return allowance("client/" + login, properties.perClient());
    }

    private Allowance address(String address) {
        return allowance("address/" + NetworkAddress.caller(address), properties.perAddress());
    }

    private Allowance allowance(String caller, Limit limit) {
        return allowances.get(
                caller, unknown -> new Allowance(limit, most -> store.lease(caller, limit, most), System::nanoTime));
    }

    private static Duration counted(Duration wait, Counter refused) {
        if (!wait.isZero()) {
            refused.increment();
        }
        return wait;
    }
}
