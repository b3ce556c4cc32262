package tallystick.loan.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.engine.Component;
import tallystick.loan.engine.DueDates;
import tallystick.loan.engine.InterestPeriod;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.Step;
import tallystick.loan.engine.TermsDraft;

/** Caps on one payment of 1,000.00 and a month's interest, where the rate can be done by hand. */
class CapCheckTest {
    private static final LocalDate START = LocalDate.parse("2026-01-15");
    private static final CostCap FINANCIAL = CostCaps.of("CN-FINANCIAL").orElseThrow();
    private static final CostCap PRIVATE = CostCaps.of("CN-PRIVATE-LENDING").orElseThrow();

    @Test
    void aCapIsAValueOrAMultipleOfAnIndex() {
        assertThat(FINANCIAL.limit(Rate.ZERO)).isEqualTo(Rate.of("0.24"));
        assertThat(PRIVATE.limit(Rate.of("0.03"))).isEqualTo(Rate.of("0.12"));
        assertThat(PRIVATE.isValidOn(LocalDate.parse("2020-08-19"))).isFalse();
        assertThat(CostCaps.all()).allSatisfy(cap -> assertThat(cap.source()).isNotBlank());
    }

    @Test
    void aLineOfTheFileIsAValueOrAMultipleOfAnIndex() {
        var lines = List.of(
                "# for people",
                "id,measure,value,multiple,index,counts,valid_from,source",
                "A,EFFECTIVE_ANNUAL,0.36,,,INTEREST FEE,2026-01-01,law, with a comma",
                "B,ALL_IN_COST,,4,LPR 1Y,INTEREST,2026-01-01,ruling");
        var caps = CostCaps.parse(lines);
        assertThat(caps).extracting(CostCap::id).containsExactly("A", "B");
        assertThat(caps.getFirst().source()).isEqualTo("law, with a comma");
        assertThat(caps.getFirst().counts()).containsExactlyInAnyOrder(Component.INTEREST, Component.FEE);
        assertThat(caps.getFirst().isValidOn(LocalDate.parse("2026-01-01"))).isTrue();
        assertThat(caps.getLast().index()).isEqualTo("LPR 1Y");
        assertThat(caps.getLast().limit(Rate.of("0.03"))).isEqualTo(Rate.of("0.12"));
        assertThat(CostCaps.of("NONE")).isEmpty();
        assertThat(CostCaps.of("US-MILITARY").orElseThrow().id()).isEqualTo("US-MILITARY");
        assertThat(CostCaps.all()).hasSizeGreaterThan(2);
        for (var wrong : List.of(
                "X,ALL_IN_COST,,,,INTEREST,2026-01-01,law",
                "X,ALL_IN_COST,,4,,INTEREST,2026-01-01,law",
                "X,ALL_IN_COST,0.1,,LPR,INTEREST,2026-01-01,law")) {
            assertThatThrownBy(() -> CostCaps.parse(List.of(wrong))).hasMessageContaining("found both or neither");
        }
    }

    @Test
    void aLoanHoldsItOrDoesNot() {
        assertThat(check(FINANCIAL, "0.03", "0.24").holds()).isTrue();
        assertThat(check(FINANCIAL, "0.03", "0.2401").holds()).isFalse();
        assertThat(check(PRIVATE, "0.03", "0.12").holds()).isTrue();
        assertThat(check(PRIVATE, "0.0299", "0.12").holds()).isFalse();
    }

    @Test
    void ofALaterChargeTheRestIsTrimmed() {
        // 1 % a month is 10.00; 24 % allow 20.00 in all.
        var due = START.plusMonths(1);
        assertThat(check(FINANCIAL, "0.03", "0.12").allowed(cny("25.00"), due)).isEqualTo(cny("10.00"));
        assertThat(check(FINANCIAL, "0.03", "0.12").allowed(cny("9.99"), due)).isEqualTo(cny("9.99"));
        assertThat(check(FINANCIAL, "0.03", "0.24").allowed(cny("0.01"), due)).isEqualTo(cny("0.00"));
    }

    @Test
    void aCapWithoutItsSourceIsRefused() {
        assertThatThrownBy(() -> CostCaps.parse(List.of("X,ALL_IN_COST,0.1,,,INTEREST,2026-01-01,")))
                .hasMessage("Expected id,measure,value,multiple,index,counts,valid_from,source in caps-1.csv;"
                        + " found 'X,ALL_IN_COST,0.1,,,INTEREST,2026-01-01,'.");
        assertThatThrownBy(() -> CostCaps.parse(List.of("X,ALL_IN_COST,0.1,4,LPR,INTEREST,2026-01-01,law")))
                .hasMessage("Expected cap X to have a value, or a multiple and an index; found both or neither.");
    }

    private static CapCheck check(CostCap cap, String index, String rate) {
        var terms = terms(rate);
        return new CapCheck(cap, Rate.of(index), terms, LoanEngine.schedule(terms));
    }

    private static LoanTerms terms(String rate) {
        var step = Step.parse("P1M");
        return new TermsDraft(cny("1000.00"), Rate.of(rate), START, step, DueDates.of(START, null, step, 1))
                .interestPeriod(InterestPeriod.PER_PERIOD)
                .terms();
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
