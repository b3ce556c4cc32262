package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.bank.api.Order;
import tallystick.kernel.Money;
import tallystick.loan.Portfolio;
import tallystick.loan.api.LoanCommand.ImportLoan;
import tallystick.loan.api.QuoteTerms;
import tallystick.loan.api.ScheduleRow;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.queries.Queries;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Where the bank says that a loan stands against where we say so: two counts that share no code. */
class PositionsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    static Path folder;

    private static BankServer server;

    @BeforeAll
    static void start() {
        server = BankServer.start(TestDatabase.fresh("bank"), folder, "--tallystick.banks.sandbox.hours.zone=" + ZONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(server.now(), ZONE);
    }

    /** The day that is over now, compared. */
    private static JsonNode nextDay() {
        var day = today();
        server.passes(Duration.ofDays(1));
        var body = "{\"day\":\"%s\"}".formatted(day);
        var answer = server.send("operations", "POST", "/api/v1/banks/sandbox/positions", body);
        assertThat(BankServer.json(answer).path("says").asString(""))
                .as(answer.body())
                .isEqualTo("Compared.");
        await().until(() -> report(day).isPresent());
        return report(day).orElseThrow();
    }

    private static Optional<JsonNode> report(LocalDate day) {
        return BankServer.json(server.get("finance", "/api/v1/banks/sandbox/positions"))
                .path("items")
                .valueStream()
                .filter(report -> report.path("day").asString("").equals(day.toString()))
                .findFirst();
    }

    private static void agrees(JsonNode report) {
        assertThat(report.path("loans").asInt()).as("%s", report).isEqualTo(1);
        assertThat(report.path("agreed").asInt()).as("%s", report).isEqualTo(1);
    }

    /** Taken over by us, paid out by the bank, and the bank was told what is due when. */
    private static ImportLoan lent(LocalDate firstDue) {
        var loan = Portfolio.dueOn(1, firstDue).getFirst();
        server.bean(Commands.class).sendAndWait(loan);
        ordered(server.payOutOrder(loan.target().value(), "12000.00"));
        var rows = server.bean(Queries.class).ask(new QuoteTerms(loan.terms())).rows().stream()
                .filter(ScheduleRow.ToPay.class::isInstance)
                .map(ScheduleRow.ToPay.class::cast)
                .map(row -> new Order.SyncSchedule.Due(
                        row.nr(), row.due(), cny(row.principal()), cny(row.interest()), cny(row.fees())))
                .toList();
        ordered(new Order.SyncSchedule(loan.target(), 1, loan.terms().principal(), rows));
        return loan;
    }

    private static void ordered(Order order) {
        var id = "instr-" + UUID.randomUUID();
        server.instruct(id, order);
        server.becomes(id, "CONFIRMED");
    }

    private static Money cny(BigDecimal amount) {
        return Money.of("CNY", amount.toPlainString());
    }

    private static void pays(String loan, String amount) {
        var body = "{\"loan\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"},\"date\":\"%s\"}"
                .formatted(loan, amount, today());
        assertThat(server.send("bank", "POST", "/sandbox/payments", body).statusCode())
                .isEqualTo(202);
        await().until(() -> server.events("loan.RepaymentReceived", loan) == 1);
    }

    @Test
    void twoCountsAgreeUntilACentIsTooMuchAndThatIsACaseOnce() {
        var loan = lent(today().plusDays(2)).target().value();
        agrees(nextDay());
        server.passes(Duration.ofDays(4));
        agrees(nextDay());
        pays(loan, "1000.00");
        agrees(nextDay());
        server.script("Positions", "WRONG_AMOUNT", "WRONG_AMOUNT");
        assertThat(nextDay().path("principal").asInt()).isEqualTo(1);
        assertThat(nextDay().path("principal").asInt()).isEqualTo(1);
        await().until(() -> server.breaks("kind=position-principal").size() == 1);
        agrees(nextDay());
        halfAFileIsNone();
    }

    private static void halfAFileIsNone() {
        server.script("Positions", "PARTIAL", "SILENT");
        var body = "{\"day\":\"%s\"}".formatted(today().minusDays(1));
        for (var why : new String[] {"The file is not whole yet.", "The day is not over at the bank."}) {
            var answer = server.send("operations", "POST", "/api/v1/banks/sandbox/positions", body);
            assertThat(BankServer.json(answer).path("says").asString("")).isEqualTo(why);
        }
    }
}
