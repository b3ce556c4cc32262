package tallystick.loan.engine;

import java.util.IdentityHashMap;

/** The orders of a loan's payments. Each rule is read once, however many payments follow it. */
final class PaymentOrders {
    private final AllocationRules rules;
    private final IdentityHashMap<AllocationRule, PaymentOrder> orders = new IdentityHashMap<>(2);

    PaymentOrders(AllocationRules rules) {
        this.rules = rules;
    }

    PaymentOrder of(Fact.Payment payment) {
        return orders.computeIfAbsent(rules.of(payment), PaymentOrder::of);
    }

    /** The same, but with money that is more than is due another thing happens. */
    PaymentOrder of(Fact.Payment payment, AllocationRule.Future future) {
        return new PaymentOrder(of(payment).sections(), future);
    }

    /** Nothing but one component, wherever it is due. */
    PaymentOrder of(Fact.Payment payment, Component component) {
        return PaymentOrder.of(rules.of(payment).only(component));
    }
}
