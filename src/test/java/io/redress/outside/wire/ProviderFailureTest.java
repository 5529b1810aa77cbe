package io.redress.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that says no works; one that is overloaded, broken or silent does not. */
class ProviderFailureTest {

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 529})
    void overloadedOrBroken(int status) {
        assertThat(ProviderFailure.isStatus(status)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 302, 400, 401, 402, 403, 404, 409, 422})
    void answers(int status) {
        assertThat(ProviderFailure.isStatus(status)).isFalse();
    }

    @Test
    void silentIsWhoSaysNothingAndNotWhoWasNotWaitedFor() {
        assertThat(ProviderFailure.isSilence(new HttpTimeoutException("15 s"))).isTrue();
        assertThat(ProviderFailure.isSilence(new ConnectException("refused"))).isTrue();
        assertThat(ProviderFailure.isSilence(new IOException("reset"))).isTrue();
        assertThat(ProviderFailure.isSilence(new InterruptedIOException("the node ends")))
                .isFalse();
        assertThat(ProviderFailure.isSilence(new IllegalStateException(new InterruptedIOException("the node ends"))))
                .isFalse();
    }
}
