package io.redress.people.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.sandbox.SandboxTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A caller's limit is one, whichever nodes they ask. */
@SandboxTest
class TwoNodesTest {

    private static final LimitProperties SLOW = new LimitProperties(true, 1, 200, 1, 100, List.of());

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void handOutTogetherWhatOneMay() {
        var client = "client-" + UUID.randomUUID();
        var here = node();
        var there = node();

        int granted = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> granted(n % 2 == 0 ? here : there, client, 100)))
                .toList()
                .stream()
                .mapToInt(CompletableFuture::join)
                .sum();

        // The first portion is lent by each, and a little comes in meanwhile.
        assertThat(granted).isBetween(200, 200 + SLOW.perClient().portion() + 10);
    }

    @Test
    void keepNothingOfWhoIsQuietAgain() {
        var client = "client-" + UUID.randomUUID();
        granted(node(), client, 50);

        assertThat(jdbc.sql("select count(*) from redress.rate_limit where id = :id and expires_at is not null")
                        .param("id", "client/" + client)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private CallerLimits node() {
        return new CallerLimits(SLOW, new SharedLimits(database), new SimpleMeterRegistry());
    }

    private static int granted(CallerLimits node, String client, int asked) {
        return (int) IntStream.range(0, asked)
                .filter(n -> node.takeFromClient(client).isZero())
                .count();
    }
}
