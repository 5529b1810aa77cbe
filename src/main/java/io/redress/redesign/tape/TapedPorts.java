package io.redress.redesign.tape;

import io.redress.engine.record.CaseAtHand;
import io.redress.outside.logistics.Carrier;
import io.redress.outside.logistics.Shipping;
import io.redress.outside.order.Fulfilment;
import io.redress.outside.order.OrderSource;
import io.redress.outside.payment.PaymentHolder;
import io.redress.outside.payment.PaymentProvider;
import io.redress.outside.payment.PromotionCodes;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.stereotype.Component;

/**
 * The ears at our ports to systems outside: whatever adapter stands behind one, what it is asked and answers in a case
 * comes onto the tape. Of ports behind ports only the first is heard.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class TapedPorts extends StaticMethodMatcherPointcutAdvisor {

    /** By the word that the tape has for each; in the order in which they are looked through. */
    static final Map<Class<?>, String> PORTS = ports();

    /** What is answered by our own settings and limits: nobody outside is asked. */
    private static final Set<String> OUR_OWN = Set.of("holds", "keepsBalances", "canMake", "permit", "creditPermit");

    private static final ThreadLocal<Boolean> ASKING = ThreadLocal.withInitial(() -> false);

    private final transient ObjectProvider<PendingTape> tape;

    TapedPorts(ObjectProvider<PendingTape> tape) {
        this.tape = tape;
        setAdvice((MethodInterceptor) this::listen);
        // Else every method of every bean would be compared with all questions when the application begins.
        setClassFilter(target -> PORTS.keySet().stream().anyMatch(port -> port.isAssignableFrom(target)));
    }

    private static Map<Class<?>, String> ports() {
        Map<Class<?>, String> ports = new LinkedHashMap<>();
        ports.put(OrderSource.class, "shop");
        ports.put(Fulfilment.class, "warehouse");
        ports.put(Carrier.class, "carrier");
        ports.put(Shipping.class, "labels");
        ports.put(PaymentHolder.class, "payments");
        ports.put(PaymentProvider.class, "payments");
        ports.put(PromotionCodes.class, "vouchers");
        return ports;
    }

    /** The questions that a port takes. */
    static Stream<Method> questions(Class<?> port) {
        return Stream.of(port.getDeclaredMethods())
                .filter(method -> !OUR_OWN.contains(method.getName()))
                .filter(method -> !method.isSynthetic());
    }

    @Override
    public boolean matches(Method method, Class<?> target) {
        return system(method, target).isPresent();
    }

    private static Optional<String> system(Method method, Class<?> target) {
        return PORTS.entrySet().stream()
                .filter(port -> port.getKey().isAssignableFrom(target))
                .filter(port -> questions(port.getKey()).anyMatch(question -> isSame(question, method)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isSame(Method question, Method method) {
        return question.getName().equals(method.getName())
                && Arrays.equals(question.getParameterTypes(), method.getParameterTypes());
    }

    private Object listen(MethodInvocation call) throws Throwable {
        Optional<CaseAtHand> at = ASKING.get() ? Optional.empty() : CaseAtHand.now();
        return at.isEmpty() ? call.proceed() : listen(call, at.get());
    }

    private Object listen(MethodInvocation call, CaseAtHand at) throws Throwable {
        ASKING.set(true);
        try {
            Object answer = call.proceed();
            tape.getObject().add(at, heard(call, at, answer, null));
            return answer;
        } catch (RuntimeException failure) {
            tape.getObject().add(at, heard(call, at, null, failure));
            throw failure;
        } finally {
            ASKING.remove();
        }
    }

    private static OutsideAnswer heard(MethodInvocation call, CaseAtHand at, Object answer, RuntimeException failure) {
        return new OutsideAnswer(
                at.step(),
                system(call.getMethod(), call.getThis().getClass()).orElseThrow(),
                call.getMethod().getName(),
                OutsideFacts.about(call.getArguments()),
                OutsideFacts.answers(answer),
                failure == null ? null : failure.getClass().getSimpleName());
    }
}
