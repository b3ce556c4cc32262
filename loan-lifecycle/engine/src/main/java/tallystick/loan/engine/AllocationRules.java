package tallystick.loan.engine;

import java.util.Map;

/**
 * The allocation rules of a loan: one for payments, and others for kinds of payment and for times that have their own. A
 * rule of the kind goes before one of the status.
 *
 * @param byKind for the kinds that differ
 * @param byStatus for payments while the books see the loan so
 */
public record AllocationRules(
        AllocationRule standard,
        Map<Class<? extends Fact.Payment>, AllocationRule> byKind,
        Map<AccountingStatus, AllocationRule> byStatus) {
    public AllocationRules {
        byKind = Map.copyOf(byKind);
        byStatus = Map.copyOf(byStatus);
    }

    public static AllocationRules of(AllocationRule standard) {
        return new AllocationRules(standard, Map.of(), Map.of());
    }

    AllocationRule of(Fact.Payment payment, AccountingStatus status) {
        var ofKind = byKind.get(payment.getClass());
        return ofKind == null ? byStatus.getOrDefault(status, standard) : ofKind;
    }
}
