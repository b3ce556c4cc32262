package tallystick.loan.quotes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.AllocationRule;
import tallystick.loan.engine.AllocationRules;
import tallystick.loan.engine.Fact;
import tallystick.loan.terms.EngineTerms;

/** What is simulated: terms, the facts in the order they became known, and the rules that share payments out. */
record Simulation(Terms terms, LocalDate asOf, Rules allocation, List<FactBody> facts) {
    /** Rules by kind of payment; a kind without one follows the default. */
    record Rules(
            @JsonProperty("default") Rule standard,
            @Nullable Rule goodwillCredit,
            @Nullable Rule merchantRefund,
            @Nullable Rule payoutRefund) {
        AllocationRules rules() {
            var byKind = new HashMap<Class<? extends Fact.Payment>, AllocationRule>();
            add(byKind, "goodwillCredit", Fact.GoodwillCredit.class, goodwillCredit);
            add(byKind, "merchantRefund", Fact.MerchantRefund.class, merchantRefund);
            add(byKind, "payoutRefund", Fact.PayoutRefund.class, payoutRefund);
            return new AllocationRules(standard.rule("default"), byKind);
        }

        private static void add(
                HashMap<Class<? extends Fact.Payment>, AllocationRule> rules,
                String name,
                Class<? extends Fact.Payment> kind,
                @Nullable Rule rule) {
            if (rule != null) {
                rules.put(kind, rule.rule(name));
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
