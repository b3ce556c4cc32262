package tallystick.loan.engine;

import java.util.Map;

/**
 * The allocation rules of a loan: one for repayments, and others for kinds of payment that have their own.
 *
 * @param byKind for the kinds that differ
 */
public record AllocationRules(AllocationRule standard, Map<Class<? extends Fact.Payment>, AllocationRule> byKind) {
    public AllocationRules {
        byKind = Map.copyOf(byKind);
    }

    public static AllocationRules of(AllocationRule standard) {
        return new AllocationRules(standard, Map.of());
    }

    public AllocationRule of(Fact.Payment payment) {
        return byKind.getOrDefault(payment.getClass(), standard);
    }
}
