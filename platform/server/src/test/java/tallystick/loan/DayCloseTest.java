package tallystick.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.loan.api.Terms;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Closing days: each once and in order, touching what is due, resumable, and the books know what was earned. */
class DayCloseTest {
    private TestDatabase database;
    private Platform platform;
    private Door door;
    private LocalDate start;

    @BeforeEach
    void start() {
        database = TestDatabase.empty();
        platform = Platform.start(database);
        door = platform.door();
        start = LocalDate.parse(door.get("finance", "/business-days/CN").text("/businessDate"));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void loans(int count) {
        platform.bean(Commands.class).decideMany(Portfolio.loans(count, start), Origin.of("test"));
    }

    private void moveTo(LocalDate day) {
        Story.moveClock(
                door, day.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    private Door.Answer ask(String body) {
        return door.post("operations", "/business-days/CN/closes", body);
    }

    private JsonNode closed(String body) {
        return result(ask(body));
    }

    private JsonNode result(Door.Answer asked) {
        var operation = asked.is(202).text("/id");
        Awaitility.await().until(() -> {
            var state = door.get("operations", "/operations/" + operation).text("/state");
            assertThat(state).isNotIn("FAILED", "STOPPED");
            return state.equals("SUCCEEDED");
        });
        var result = door.get("operations", "/operations/" + operation).text("/result");
        return door.get("operations", result.substring("/api/v1".length()))
                .is(200)
                .json();
    }

    private BigDecimal balance(String account, String query) {
        var text = door.get("finance", "/ledger/accounts/" + account + query)
                .is(200)
                .text("/balances/0/balance");
        return new BigDecimal(text.isEmpty() ? "0" : text);
    }

    @Test
    void daysAreClosedInTheirOrderEachOnce() {
        loans(3);
        var close = closed("{\"date\":\"%s\"}".formatted(start));
        assertThat(close.at("/id").asString("")).isEqualTo("CN-" + start);
        assertThat(close.at("/state").asString("")).isEqualTo("SUCCEEDED");
        assertThat(ask("{\"date\":\"%s\"}".formatted(start)).is(200).text("/id"))
                .isEqualTo("CN-" + start);
        var day = door.get("finance", "/business-days/CN");
        assertThat(day.text("/lastClosed")).isEqualTo(start.toString());
        assertThat(day.text("/businessDate")).isEqualTo(start.plusDays(1).toString());

        ask("{\"date\":\"%s\"}".formatted(start.plusDays(2))).refused(422, "value-not-allowed");
        moveTo(start.plusDays(2));
        ask("{\"date\":\"%s\"}".formatted(start.plusDays(2))).refused(409, "not-the-next-day");
        closed("{\"date\":\"%s\",\"catchUp\":true}".formatted(start.plusDays(2)));
        assertThat(door.get("finance", "/business-days/CN").text("/lastClosed"))
                .isEqualTo(start.plusDays(2).toString());
        ask("{\"date\":\"%s\"}".formatted(start.plusDays(1))).is(200);
    }

    @Test
    void aLoanThatIsNotPaidGrowsLateAndStopsAccruing() {
        var fee = new Terms.LateFee(Portfolio.cny("50.00"), null, 5, null, Portfolio.cny("50.00"));
        platform.bean(Commands.class).decideMany(Portfolio.chargingLateFees(5, start, fee), Origin.of("test"));
        var due = start.plusMonths(1);
        moveTo(due);
        var dues = closed("{\"date\":\"%s\",\"catchUp\":true}".formatted(due));
        assertThat(dues.at("/counts/dues").asInt()).isEqualTo(5);
        assertThat(dues.at("/counts/bucketChanges").asInt()).isZero();
        // Twelve thousand at 12 % a year for the days of the first month, for each of five loans; half a year's
        // rounding off.
        var earned = balance("1200-accrued-interest", "?basis=ACCRUAL&asOf=" + due);
        assertThat(earned).isBetween(new BigDecimal("550"), new BigDecimal("640"));
        assertThat(balance("4100-interest-income", "?basis=ACCRUAL&asOf=" + due))
                .isEqualByComparingTo(earned.negate());
        assertThat(balance("4100-interest-income", "?asOf=" + due)).isEqualByComparingTo("0");

        moveTo(due.plusDays(1));
        var dry = closed("{\"date\":\"%s\",\"dryRun\":true}".formatted(due.plusDays(1)));
        assertThat(dry.at("/counts/bucketChanges").asInt()).isEqualTo(5);
        var late = closed("{\"date\":\"%s\"}".formatted(due.plusDays(1)));
        assertThat(late.at("/counts/bucketChanges").asInt()).isEqualTo(5);
        assertThat(late.at("/counts/dues").asInt()).isZero();

        moveTo(due.plusDays(6));
        closed("{\"date\":\"%s\",\"catchUp\":true}".formatted(due.plusDays(5)));
        var dryFees = closed("{\"date\":\"%s\",\"dryRun\":true}".formatted(due.plusDays(6)));
        assertThat(dryFees.at("/counts/lateFees").asInt()).isEqualTo(5);
        var fees = closed("{\"date\":\"%s\"}".formatted(due.plusDays(6)));
        assertThat(fees.at("/counts/lateFees").asInt()).isEqualTo(5);
        assertThat(door.get("operations", "/loans/loan-p0/fees").text("/items/0/late/row"))
                .isEqualTo(due.toString());

        moveTo(due.plusDays(91));
        closed("{\"date\":\"%s\",\"catchUp\":true}".formatted(due.plusDays(91)));
        var loan = door.get("operations", "/loans/loan-p0").is(200);
        assertThat(loan.text("/bucket")).isEqualTo("D90_PLUS");
        assertThat(loan.text("/flags/0")).isEqualTo("NON_ACCRUAL");
        moveTo(due.plusDays(92));
        closed("{\"date\":\"%s\"}".formatted(due.plusDays(92)));
        assertThat(balance("1200-accrued-interest", "?basis=ACCRUAL"))
                .as("what was earned and not paid is taken back")
                .isEqualByComparingTo("0");
    }

    @Test
    void aCloseThatWasStoppedGoesOnWhereItWasOnAnyNode() {
        loans(1_500);
        var due = start.plusMonths(1);
        moveTo(due);
        var other = Platform.start(database);
        try {
            var operation = ask("{\"date\":\"%s\",\"catchUp\":true}".formatted(due))
                    .is(202)
                    .text("/id");
            other.door().post("operations", "/operations/" + operation + "/cancellation", "{}");
            Awaitility.await()
                    .until(() -> !door.get("operations", "/operations/" + operation)
                            .text("/state")
                            .matches("QUEUED|RUNNING"));
            // The cancellation may have come too late: then the day is closed, and that is told.
            var again = ask("{\"date\":\"%s\",\"catchUp\":true}".formatted(due));
            var close = again.status() == 200 ? again.json() : result(again);
            assertThat(close.at("/counts/dues").asInt()).isEqualTo(1_500);
            assertThat(balance("1200-accrued-interest", "?basis=ACCRUAL"))
                    .as("earned once, whatever was stopped: %s", operation)
                    .isEqualByComparingTo(
                            balance("4100-interest-income", "?basis=ACCRUAL").negate());
        } finally {
            other.close();
        }
    }
}
