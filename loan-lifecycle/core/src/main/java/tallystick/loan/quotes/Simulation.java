package tallystick.loan.quotes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.AccountingStatus;
import tallystick.loan.engine.AllocationRule;
import tallystick.loan.engine.AllocationRules;
import tallystick.loan.engine.Fact;
import tallystick.loan.terms.EngineTerms;

/** What is simulated: terms, the facts in the order they became known, and the rules that share payments out. */
record Simulation(Terms terms, LocalDate asOf, Rules allocation, List<FactBody> facts) {
    /** Rules by kind of payment and by how the books see the loan; what has none follows the default. */
    record Rules(
            @JsonProperty("default") Rule standard,
            @Nullable Rule goodwillCredit,
            @Nullable Rule merchantRefund,
            @Nullable Rule payoutRefund,
            @Nullable Rule nonAccrual,
            @Nullable Rule chargedOff,
            @Nullable Rule subrogated) {
        AllocationRules rules() {
            var byKind = new HashMap<Class<? extends Fact.Payment>, AllocationRule>();
            add(byKind, "goodwillCredit", Fact.GoodwillCredit.class, goodwillCredit);
            add(byKind, "merchantRefund", Fact.MerchantRefund.class, merchantRefund);
            add(byKind, "payoutRefund", Fact.PayoutRefund.class, payoutRefund);
            var byStatus = new HashMap<AccountingStatus, AllocationRule>();
            add(byStatus, "nonAccrual", AccountingStatus.NON_ACCRUAL, nonAccrual);
            add(byStatus, "chargedOff", AccountingStatus.CHARGED_OFF, chargedOff);
            add(byStatus, "subrogated", AccountingStatus.SUBROGATED, subrogated);
            return new AllocationRules(standard.rule("default"), byKind, byStatus);
        }

        private static <K> void add(Map<K, AllocationRule> rules, String name, K key, @Nullable Rule rule) {
            if (rule != null) {
                rules.put(key, rule.rule(name));
            }
        }
    }

    /** One rule. */
    record Rule(Order order, Allocation.Across across, Allocation.Future future) {
        AllocationRule rule(String name) {
            return NotPossible.at(
                    "/allocation/" + name, () -> EngineTerms.rule(new Allocation(order.names(), across, future)));
        }
    }
}
