package tallystick.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Facts that follow from the price: a decision comes out as it does again when they are recorded and given from the start. */
class FollowingPriceTest {
    private static final String FACTS = """
        name,type,description
        score,number,Points
        income,number,Income
        burden,number,What the instalment takes
        """;
    private static final String FINDINGS = """
        table,findings,first
        code,severity,rank,bureau,text,burden >,burden <=,burden missing
        AFF-BURDEN,KNOCK_OUT,50,no,The instalment is too high,0.5,,
        AFF-BURDEN,REFER,51,no,The instalment is not known,,,yes
        AFF-FINE,INFO,80,no,The instalment fits,,0.5,
        """;

    private final List<@Nullable BigDecimal> asked = new ArrayList<>();

    private static Policy priced(String table) {
        return Policy.of(RuleSet.compile(
                RuleFiles.of(Map.of("facts.csv", FACTS, "credit/findings.csv", FINDINGS, "pricing/price.csv", table))));
    }

    private Map<String, String> burden(@Nullable BigDecimal rate) {
        asked.add(rate);
        return Map.of(
                "burden",
                rate == null ? "0" : rate.multiply(BigDecimal.valueOf(4)).toPlainString());
    }

    @Test
    void findingsKnowWhatFollowsAndThePriceIsWorkedOutOnce() {
        var found = priced("""
            table,price,first
            rate,income >
            0.10,1000
            0.12,
            """).evaluate(FactSheet.of(Map.of("income", "900")), this::burden);
        assertThat(found.annualRate()).isEqualByComparingTo("0.12");
        assertThat(found.findings()).extracting(RuleFinding::code).containsExactly("AFF-FINE");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aPriceThatLooksAtWhatFollowsIsWorkedOutOnceMore() {
        var policy = priced("""
            table,price,first
            rate,burden >
            0.10,0.55
            0.15,
            """);
        var found = policy.evaluate(FactSheet.of(Map.of("income", "900")), this::burden);
        assertThat(asked).containsExactly(new BigDecimal("0.15"));
        assertThat(found.annualRate()).isEqualByComparingTo("0.10");
        assertThat(found).isEqualTo(policy.evaluate(FactSheet.of(Map.of("income", "900", "burden", "0.60"))));
    }
}
