package tallystick.loan.engine;

/** The orders of a loan's payments. Most follow one rule, which is read once. */
final class PaymentOrders {
    private final AllocationRules rules;
    private AllocationRule last;
    private PaymentOrder order;
    private AccountingStatus status = AccountingStatus.ACCRUING;

    PaymentOrders(AllocationRules rules) {
        this.rules = rules;
        last = rules.standard();
        order = PaymentOrder.of(last);
    }

    PaymentOrders copy() {
        var copy = new PaymentOrders(rules);
        copy.status = status;
        return copy;
    }

    /** From here on the books see the loan so. */
    void become(AccountingStatus other) {
        status = other;
    }

    PaymentOrder of(Fact.Payment payment) {
        var rule = rules.of(payment, status);
        if (!rule.equals(last)) {
            last = rule;
            order = PaymentOrder.of(rule);
        }
        return order;
    }

    /** The same, but with money that is more than is due another thing happens. */
    PaymentOrder of(Fact.Payment payment, AllocationRule.Future future) {
        return new PaymentOrder(of(payment).sections(), future);
    }

    /** Nothing but one component, wherever it is due. */
    PaymentOrder of(Fact.Payment payment, Component component) {
        return PaymentOrder.of(rules.of(payment, status).only(component));
    }
}
