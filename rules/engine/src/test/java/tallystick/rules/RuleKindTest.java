package tallystick.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Pricing and routing as sets of their own. */
class RuleKindTest {
    private static final RuleFiles POLICY = RuleFiles.fromFolder(Path.of("../policies/src/main/resources/policies"));

    private static final String CASES = """
        case,base,grade,count,rate
        a year,cash,B,12,0.125
        longer,cash,B,24,0.13
        none,cash,E,12,none
        """;

    private static RuleFiles pricing() {
        var prices = String.valueOf(POLICY.files().get("pricing/price.csv")).replace("0.12,B,12", "0.125,B,12");
        return POLICY.factsOf(RuleKind.PRICING).with(Map.of("pricing/price.csv", prices, "cases/prices.csv", CASES));
    }

    private static RuleFiles routing() {
        return POLICY.factsOf(RuleKind.ROUTING).with(Map.of("routing/programmes.csv", """
            table,route,all
            programme,code,text,product not-in,grade not-in,vehicle.ltv >
            bank-a,RTE-A,Cars only,CAR,,
            bank-a,RTE-A,Good grades only,,A|B|C,
            bank-a,RTE-A,Lends sixty percent,,,0.6
            """, "cases/routes.csv", """
            case,base,grade,vehicle.ltv,skipped
            good car,car,A,0.5,none
            dear car,car,A,0.65,bank-a.RTE-A
            cash,cash,D,,bank-a.RTE-A|bank-a.RTE-A
            """));
    }

    private static Map<String, String> facts(String base) {
        var facts = new TreeMap<String, String>();
        String.valueOf(POLICY.files().get("cases/bases.csv"))
                .lines()
                .map(Csv::cells)
                .filter(cells -> cells.getFirst().equals(base))
                .forEach(cells -> facts.put(cells.get(1), cells.get(2)));
        return facts;
    }

    @Test
    void aPricingSetGivesThePriceInsteadAndNothingElse() {
        try (var credit = RuleSet.compile(POLICY);
                var pricing = RuleSet.compile(pricing(), RuleKind.PRICING, Languages.TABLES)) {
            var alone = credit.evaluate(FactSheet.of(facts("cash")));
            var together = new Policy(credit, pricing).evaluate(FactSheet.of(facts("cash")));
            assertThat(alone.annualRate()).isEqualByComparingTo("0.12");
            assertThat(together.annualRate()).isEqualByComparingTo("0.125");
            assertThat(together.score()).isEqualTo(alone.score());
            assertThat(together.findings()).isEqualTo(alone.findings());
        }
    }

    @Test
    void aPricingSetHasCasesOfItsOwn() {
        var checks = Checks.of(pricing(), RuleKind.PRICING, Languages.TABLES);
        assertThat(checks.messages())
                .filteredOn(remark -> remark.severity() == Remark.Severity.ERROR)
                .isEmpty();
        assertThat(checks.cases()).isEqualTo(new Checks.Cases(3, 0));
        var wrong = pricing().with(Map.of("cases/prices.csv", CASES.replace("0.125", "0.12")));
        assertThat(Checks.of(wrong, RuleKind.PRICING, Languages.TABLES).messages())
                .anySatisfy(remark -> assertThat(remark.text()).contains("Expected rate 0.12; found 0.125."));
    }

    @Test
    void aRoutingSetSaysWhichProgrammesAreNoPlaceForACase() {
        var checks = Checks.of(routing(), RuleKind.ROUTING, Languages.TABLES);
        assertThat(checks.messages())
                .filteredOn(remark -> remark.severity() == Remark.Severity.ERROR)
                .isEmpty();
        assertThat(checks.cases()).isEqualTo(new Checks.Cases(3, 0));
        try (var routing = RuleSet.compile(routing(), RuleKind.ROUTING, Languages.TABLES)) {
            var facts = facts("car");
            facts.put("grade", "D");
            facts.put("vehicle.ltv", "0.65");
            assertThat(routing.skipped(FactSheet.of(facts)))
                    .extracting(Skipped::text)
                    .containsExactly("Good grades only", "Lends sixty percent");
        }
    }

    @Test
    void aSetKeepsToItsKind() {
        assertThat(Checks.of(POLICY, RuleKind.PRICING, Languages.TABLES).messages())
                .extracting(Remark::code)
                .contains("other-kind");
        assertThat(Checks.of(routing(), RuleKind.CREDIT, Languages.TABLES).messages())
                .extracting(Remark::code)
                .contains("other-kind");
        assertThat(Checks.of(POLICY.factsOf(RuleKind.ROUTING), RuleKind.ROUTING, Languages.TABLES)
                        .messages())
                .extracting(Remark::code)
                .containsExactly("nothing-said");
    }
}
