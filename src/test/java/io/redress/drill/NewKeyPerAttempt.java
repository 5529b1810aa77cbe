package io.redress.drill;

import io.redress.outside.order.Fulfilment.Replacement;
import io.redress.outside.order.OrderReference;
import io.redress.outside.payment.PaymentHolder.RefundOrder;
import io.redress.outside.payment.PaymentProvider.CreditOrder;
import java.util.Optional;
import java.util.UUID;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;

/** The fault that the drill has to find when it tests itself: each attempt brings a new key, and nobody asks first. */
final class NewKeyPerAttempt implements MethodInterceptor {

    static final String[] METHODS = {"refund", "credit", "order", "findRefund", "findCredit", "find"};

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        var argument = call.getArguments()[0];
        if (!call.getMethod().getName().startsWith("find")) {
            call.getArguments()[0] = underNewKey(argument);
            return call.proceed();
        }
        // The shop also finds orders by this name; those it may find.
        return argument instanceof OrderReference ? call.proceed() : Optional.empty();
    }

    private static Object underNewKey(Object order) {
        var key = UUID.randomUUID().toString();
        if (order instanceof RefundOrder refund) {
            return new RefundOrder(
                    key, refund.caseNumber(), refund.payment(), refund.charge(), refund.amount(), refund.shares());
        }
        if (order instanceof CreditOrder credit) {
            return new CreditOrder(key, credit.caseNumber(), credit.customerReference(), credit.amount());
        }
        var replacement = (Replacement) order;
        return new Replacement(
                key, replacement.caseNumber(), replacement.orderNumber(), replacement.items(), replacement.gift());
    }
}
