package io.redress.redesign.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.outside.logistics.Parcel;
import io.redress.outside.logistics.Shipping.LabelOrder;
import io.redress.outside.order.Order;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is on the tape of a system outside, and what of it is not. */
class OutsideFactsTest {

    /** Handed over besides what is asked about. */
    private static final Set<Type> BESIDES = Set.of(Order.Address.class, Instant.class);

    static Stream<Method> questions() {
        return TapedPorts.PORTS.keySet().stream().flatMap(TapedPorts::questions);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void ofEveryQuestionItIsSaidWhatIsKept(Method question) {
        assertThat(question.getParameterTypes())
                .as("%s", question)
                .anyMatch(OutsideFacts::takesQuestion)
                .allMatch(type -> OutsideFacts.takesQuestion(type) || BESIDES.contains(type));
        Class<?> answer = answer(question.getGenericReturnType());
        assertThat(answer == void.class || OutsideFacts.takesAnswer(answer))
                .as("%s", question)
                .isTrue();
    }

    @Test
    void whoSignedAndWhereItGoesIsNotKept() {
        Parcel parcel = new Parcel("PX1", "DHL", Parcel.State.DELIVERED, "Quillfeather", null, "left with Xanthippe");
        assertThat(OutsideFacts.answers(Optional.of(parcel)).toString())
                .contains("PX1", "signed=true")
                .doesNotContain("Quillfeather", "Xanthippe");
        Order.Address home =
                new Order.Address("Quillfeather", "Parlour Lane 3", null, "Bath", null, "BA1", "GB", "+441225000000");
        assertThat(OutsideFacts.about(new LabelOrder("key", "C-2026-000001", home, true, null), home)
                        .toString())
                .contains("key")
                .doesNotContain("Quillfeather", "Parlour", "Bath", "+44");
    }

    private static Class<?> answer(Type type) {
        return type instanceof ParameterizedType wrapped
                ? answer(wrapped.getActualTypeArguments()[0])
                : type == boolean.class ? Boolean.class : (Class<?>) type;
    }
}
