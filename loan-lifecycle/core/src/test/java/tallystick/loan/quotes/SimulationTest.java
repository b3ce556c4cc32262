package tallystick.loan.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.json.WebJson;

/** Facts as callers write them, on the example of the contract: 12,000.00 in three rows of 4,079.17. */
class SimulationTest {
    private static final String PAID = """
        {"id":"p","type":"REPAYMENT","date":"2026-02-01","amount":{"amount":"4079.17","currency":"CNY"}}\
        """;

    @Test
    void aPrepaymentSaysWhatBecomesOfTheRows() {
        var answer = simulated(PAID, fact("x", "PREPAYMENT", "2000.00", ",\"effect\":\"SHORTER_TERM\""));
        assertThat(answer.rows())
                .extracting(row -> row.type() + " " + row.principal())
                .containsExactly(
                        "INSTALLMENT 3956.87", "PREPAYMENT 2000.00", "INSTALLMENT 4016.97", "INSTALLMENT 2026.16");
        assertThat(answer.allocations().getLast().type()).isEqualTo(FactBody.Type.PREPAYMENT);
    }

    @Test
    void aRestructureCapitalizesArrears() {
        var answer = simulated("""
            {"id":"r","type":"RESTRUCTURE","date":"2026-02-11",
             "terms":{"dueDates":["2026-04-01","2026-05-01"],"arrears":"CAPITALIZED"}}\
            """);
        assertThat(answer.position().outstanding().principal()).isEqualTo("12122.30");
        assertThat(answer.position().overdue()).isEqualTo("0.00");
    }

    @Test
    void whatIsForgivenIsNotOwed() {
        var answer = simulated(fact("f", "FORGIVENESS", "122.30", ",\"component\":\"INTEREST\""));
        assertThat(answer.allocations().getFirst().interest()).isEqualTo("122.30");
        assertThat(answer.position().overdue()).isEqualTo("3956.87");
    }

    @Test
    void creditRecoveriesAndWriteOffsHaveTheirTypes() {
        var answer = simulated(
                PAID,
                "{\"id\":\"w\",\"type\":\"WRITE_OFF\",\"date\":\"2026-02-10\"}",
                fact("r", "RECOVERY", "9000.00", ""),
                fact("c", "CREDIT_REFUND", "1.00", ""));
        assertThat(answer.allocations())
                .extracting(SimulationView.Shared::type)
                .containsExactly(
                        FactBody.Type.REPAYMENT,
                        FactBody.Type.WRITE_OFF,
                        FactBody.Type.RECOVERY,
                        FactBody.Type.CREDIT_REFUND);
        assertThat(answer.allocations().getLast().credit()).isEqualTo("-1.00");
    }

    @Test
    void aFactWithoutWhatItsTypeNeedsNamesTheField() {
        assertThatThrownBy(() -> simulated(fact("x", "PREPAYMENT", "1.00", "")))
                .isInstanceOf(ValueNotAllowed.class)
                .hasMessageContaining("/facts/0/effect");
    }

    @Test
    void anUnknownVersionOfTheArithmeticIsRefused() {
        var body = body(List.of()).replace("\"count\":3", "\"count\":3,\"engine\":\"2\"");
        assertThatThrownBy(() -> SimulationView.of(WebJson.get().readValue(body, Simulation.class)))
                .hasMessageContaining("engine 2 must be a version that there is: 1");
    }

    private static String fact(String id, String type, String amount, String more) {
        return """
            {"id":"%s","type":"%s","date":"2026-02-11","amount":{"amount":"%s","currency":"CNY"}%s}\
            """.formatted(id, type, amount, more);
    }

    private static SimulationView simulated(String... facts) {
        return SimulationView.of(WebJson.get().readValue(body(List.of(facts)), Simulation.class));
    }

    private static String body(List<String> facts) {
        return """
            {"terms":{"principal":{"amount":"12000.00","currency":"CNY"},"annualRate":"0.12","method":"DECLINING",
              "amortization":"EQUAL_INSTALLMENTS","interestPeriod":"DAILY","dayCount":"ACT/365","every":"P1M","count":3,
              "disbursements":[{"date":"2026-01-01","amount":{"amount":"12000.00","currency":"CNY"}}]},
             "asOf":"2026-02-11",
             "allocation":{"default":{"order":"PENALTY_FEE_INTEREST_PRINCIPAL","across":"ROWS","future":"NEXT_ROW"}},
             "facts":[%s]}\
            """.formatted(String.join(",", facts));
    }
}
