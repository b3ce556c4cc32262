package tallystick.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sets of three kinds that lie in one folder. */
class RuleKindTest {
    private static final RuleFiles POLICY = RuleFiles.fromFolder(Path.of("../policies/src/main/resources/policies"));

    private static RuleFiles pricing(String b) {
        var prices = String.valueOf(POLICY.files().get("pricing/price.csv")).replace("0.12,B,12", b + ",B,12");
        return POLICY.about(RuleKind.PRICING).with(Map.of("pricing/price.csv", prices));
    }

    private static RuleFiles routing() {
        return POLICY.about(RuleKind.ROUTING).with(Map.of("routing/programmes.csv", """
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

    /** What was shipped before prices had a set of their own: old decisions are run again with it. */
    private static RuleSet asItOnceWas() {
        return RuleSet.compile(POLICY);
    }

    @Test
    void aPricingSetGivesThePriceInsteadAndNothingElse() {
        try (var credit = asItOnceWas();
                var pricing = RuleSet.compile(pricing("0.125"), RuleKind.PRICING, Languages.TABLES)) {
            var alone = credit.evaluate(FactSheet.of(facts("cash")));
            var together = new Policy(credit, pricing).evaluate(FactSheet.of(facts("cash")));
            assertThat(alone.annualRate()).isEqualByComparingTo("0.12");
            assertThat(together.annualRate()).isEqualByComparingTo("0.125");
            assertThat(together.score()).isEqualTo(alone.score());
            assertThat(together.findings()).isEqualTo(alone.findings());
        }
    }

    @Test
    void bothShippedSetsDecideAsTheOneDidThatHadItsPrices() {
        try (var former = asItOnceWas();
                var credit = RuleSet.compile(POLICY.about(RuleKind.CREDIT));
                var pricing = RuleSet.compile(pricing("0.12"), RuleKind.PRICING, Languages.TABLES)) {
            for (var base : List.of("cash", "cash-record", "cash-ie", "car", "car-ie")) {
                var facts = FactSheet.of(facts(base));
                assertThat(new Policy(credit, pricing).evaluate(facts)).isEqualTo(former.evaluate(facts));
            }
        }
    }

    @Test
    void thePricesOfASetThatHadThemBecomeASetOfTheirOwn() {
        var dear = POLICY.with(Map.of("credit/ours.csv", "table,price,first\nrate\n0.17\n"));
        var rest = POLICY.about(RuleKind.PRICING).files().keySet().stream()
                .filter(path -> path.startsWith("pricing/"))
                .collect(Collectors.toMap(path -> path, _ -> ""));
        var files = dear.with(rest);
        try (var credit = RuleSet.compile(POLICY.about(RuleKind.CREDIT));
                var pricing = RuleSet.compile(files.only(files.priceTables()), RuleKind.PRICING, Languages.TABLES)) {
            assertThat(POLICY.about(RuleKind.CREDIT).priceTables()).isEmpty();
            assertThat(new Policy(credit, pricing)
                            .evaluate(FactSheet.of(facts("cash")))
                            .annualRate())
                    .isEqualByComparingTo("0.17");
        }
    }

    @Test
    void withoutItsPricesACreditSetApprovesNothing() {
        try (var credit = RuleSet.compile(POLICY.about(RuleKind.CREDIT))) {
            var found = Policy.of(credit).evaluate(FactSheet.of(facts("cash-record")));
            assertThat(found.verdict()).isEqualTo(Verdict.REFER);
            assertThat(found.reasons()).extracting(RuleFinding::code).containsExactly("PRC-NONE");
        }
    }

    @Test
    void theShippedPricesHaveCasesOfTheirOwnThatReachEveryRow() {
        var checks = Checks.of(pricing("0.12"), RuleKind.PRICING, Languages.TABLES);
        assertThat(checks.messages()).isEmpty();
        assertThat(checks.cases().failed()).isZero();
        assertThat(checks.coverage().reached()).isEqualTo(checks.coverage().rows());
        assertThat(Checks.of(pricing("0.125"), RuleKind.PRICING, Languages.TABLES)
                        .messages())
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
        assertThat(Checks.of(POLICY, RuleKind.CREDIT, Languages.TABLES).messages())
                .filteredOn(remark -> remark.code().equals("other-kind"))
                .extracting(Remark::file)
                .contains("pricing/bounds.csv", "pricing/price.csv");
        assertThat(Checks.of(routing(), RuleKind.CREDIT, Languages.TABLES).messages())
                .extracting(Remark::code)
                .contains("other-kind");
        assertThat(Checks.of(POLICY.about(RuleKind.ROUTING), RuleKind.ROUTING, Languages.TABLES)
                        .messages())
                .extracting(Remark::code)
                .containsExactly("nothing-said");
    }
}
