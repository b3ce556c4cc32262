package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.Portfolio;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.api.LoanCommand.BookLoan;
import tallystick.loan.api.LoanCommand.ImportLoan;
import tallystick.loan.api.PaidBefore;
import tallystick.loan.api.Payee;
import tallystick.runtime.decide.Commands;
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
        server = BankServer.start(
                TestDatabase.fresh("bank"),
                folder,
                "--tallystick.banks.sandbox.hours.zone=" + ZONE,
                "--tallystick.banks.west.adapter=sandbox",
                "--tallystick.banks.west.secret=" + BankServer.SECRET,
                "--tallystick.banks.west.hours.zone=" + ZONE);
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
        return compared("sandbox", day);
    }

    private static JsonNode compared(String bank, LocalDate day) {
        var body = "{\"day\":\"%s\"}".formatted(day);
        var answer = server.send("operations", "POST", "/api/v1/banks/" + bank + "/positions", body);
        assertThat(BankServer.json(answer).path("says").asString(""))
                .as(answer.body())
                .isEqualTo("Compared.");
        await().until(() -> report(bank, day).isPresent());
        return report(bank, day).orElseThrow();
    }

    private static void bothAgreeNextDay() {
        var day = today();
        agrees(nextDay());
        agrees(compared("west", day));
    }

    private static Optional<JsonNode> report(String bank, LocalDate day) {
        return BankServer.json(server.get("finance", "/api/v1/banks/" + bank + "/positions"))
                .path("items")
                .valueStream()
                .filter(report -> report.path("day").asString("").equals(day.toString()))
                .findFirst();
    }

    private static void agrees(JsonNode report) {
        var loans = report.path("loans").asInt();
        assertThat(loans).as("%s", report).isPositive();
        assertThat(report.path("agreed").asInt()).as("%s", report).isEqualTo(loans);
    }

    /** Booked, paid out by the bank, and the bank was told what is due when. */
    private static String lent(LocalDate firstDue) {
        var loan = "loan-" + UUID.randomUUID();
        server.bean(Commands.class).sendAndWait(booked(loan, firstDue, null));
        isTold(loan, 1);
        return loan;
    }

    private static BookLoan booked(String loan, LocalDate firstDue, @Nullable Funding funding) {
        var its = Portfolio.dueOn(1, firstDue).getFirst();
        var account = server.payOutOrder(loan, "12000.00").account();
        return new BookLoan(
                new LoanId(loan),
                its.application(),
                its.borrower(),
                its.product(),
                its.productVersion(),
                its.jurisdiction(),
                its.bank(),
                its.terms(),
                its.allocation(),
                List.of(new Payee(1, account, its.terms().principal(), "CUSTOMER")),
                today(),
                server.now(),
                funding,
                null,
                null);
    }

    /** Paid out and paid off in part by another system; the first row was paid on its day. */
    private static ImportLoan takenOver(String loan, LocalDate firstDue) {
        var its = Portfolio.dueOn(1, firstDue).getFirst();
        var days = ChronoUnit.DAYS.between(firstDue.minusMonths(1), firstDue);
        var interest = new BigDecimal(1440 * days).divide(new BigDecimal(365), 2, RoundingMode.HALF_EVEN);
        return new ImportLoan(
                new LoanId(loan),
                its.portfolio(),
                loan,
                its.application(),
                its.borrower(),
                its.product(),
                its.productVersion(),
                its.jurisdiction(),
                its.bank(),
                its.terms(),
                its.allocation(),
                List.of(new PaidBefore(
                        firstDue,
                        Money.of("CNY", interest.add(new BigDecimal("900.00")).toString()))),
                Money.of("CNY", "11100.00"),
                today(),
                its.by(),
                server.now(),
                together());
    }

    private static Funding together() {
        return new Funding(
                Funding.Model.CO_LENT,
                BooksId.of("sandbox"),
                List.of(
                        Lender.of(BooksId.of("sandbox"), new BankId("sandbox"), new BigDecimal("0.7")),
                        Lender.of(BooksId.of("west"), new BankId("west"), new BigDecimal("0.3"))),
                List.of());
    }

    /** Round after round, as the calendar has it, until the bank has taken so many schedules in. */
    private static void isTold(String loan, int times) {
        await().untilAsserted(() -> {
            server.job("bank-schedules").task().run();
            assertThat(schedules(loan)).hasSize(times).containsOnly("CONFIRMED");
        });
    }

    private static List<String> schedules(String loan) {
        return BankServer.json(server.get("operations", "/api/v1/instructions?loan=" + loan))
                .path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString("").equals("SyncSchedule"))
                .map(one -> one.path("state").asString(""))
                .toList();
    }

    private static void pays(String loan, String amount) {
        paysAtTheBank("sandbox", loan, amount);
        await().until(() -> server.events("loan.RepaymentReceived", loan) == 1);
    }

    private static void paysAtTheBank(String bank, String loan, String amount) {
        var body = "{\"loan\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"},\"date\":\"%s\"}"
                .formatted(loan, amount, today());
        assertThat(server.send("bank", "POST", "/sandbox/payments?bank=" + bank, body)
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void twoCountsAgreeUntilACentIsTooMuchAndThatIsACaseOnce() {
        var loan = lent(today().plusDays(2));
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

    /** The customer pays all of it at the counter, and the bank forgets to call: until its statement tells, all differs. */
    @Test
    void eachFieldThatDiffersIsACaseOfItsOwn() {
        var loan = lent(today().plusDays(2));
        server.passes(Duration.ofDays(5));
        server.script("Payment", "DROP");
        paysAtTheBank("sandbox", loan, "12800.00");
        var paidOn = today();
        var report = nextDay();
        for (var field : List.of("principal", "interest", "daysPastDue", "standing")) {
            assertThat(report.path(field).asInt()).as("%s in %s", field, report).isEqualTo(1);
        }
        var kinds = List.of("position-principal", "position-interest", "position-days-past-due", "position-standing");
        await().untilAsserted(() -> assertThat(casesOf(loan)).containsExactlyInAnyOrderElementsOf(kinds));
        server.send("operations", "POST", "/api/v1/banks/sandbox/statements", "{\"day\":\"%s\"}".formatted(paidOn));
        await().until(() -> server.events("loan.RepaymentReceived", loan) == 1);
        agrees(nextDay());
    }

    private static List<String> casesOf(String loan) {
        return server.breaks("state=OPEN").stream()
                .filter(one -> one.path("expected").asString("").startsWith(loan))
                .map(one -> one.path("kind").asString(""))
                .toList();
    }

    @Test
    void whatChangesTheRowsIsToldAgainAndWhatDoesNotIsNot() {
        var loan = lent(today().plusDays(2));
        server.passes(Duration.ofDays(2));
        pays(loan, "500.00");
        isTold(loan, 1);
        var fee = """
            {"kind":"FEE","name":"A copy","amount":{"amount":"50.00","currency":"CNY"},"due":"%s"}
            """.formatted(today().plusDays(1));
        assertThat(server.send("operations", "POST", "/api/v1/loans/" + loan + "/fees", fee)
                        .statusCode())
                .isEqualTo(201);
        isTold(loan, 2);
        agrees(nextDay());
    }

    /** Each counts its own share, of what is owed and of what came in. */
    @Test
    void banksThatLendTogetherEachAgreeOnTheirShare() {
        var loan = "loan-" + UUID.randomUUID();
        server.bean(Commands.class).sendAndWait(booked(loan, today().plusDays(2), together()));
        isTold(loan, 2);
        bothAgreeNextDay();
        server.passes(Duration.ofDays(4));
        bothAgreeNextDay();
        for (var bank : List.of("sandbox", "west")) {
            paysAtTheBank(bank, loan, firstRow(loan, "books-" + bank));
        }
        await().until(() -> server.events("loan.RepaymentReceived", loan) == 2);
        bothAgreeNextDay();
    }

    private static String firstRow(String loan, String books) {
        return BankServer.json(server.get("finance", "/api/v1/loans/" + loan + "/owners"))
                .path("rows")
                .valueStream()
                .filter(row -> row.path("nr").asInt() == 1
                        && row.path("books").asString("").equals(books))
                .map(row -> new BigDecimal(row.path("principal").asString(""))
                        .add(new BigDecimal(row.path("interest").asString(""))))
                .findFirst()
                .orElseThrow()
                .toPlainString();
    }

    @Test
    void whatWasTakenOverIsComparedWithItsLenders() {
        var loan = "loan-" + UUID.randomUUID();
        server.bean(Commands.class).sendAndWait(takenOver(loan, today().minusDays(3)));
        isTold(loan, 2);
        bothAgreeNextDay();
        server.script("Positions", "WRONG_AMOUNT");
        assertThat(nextDay().path("principal").asInt()).isEqualTo(1);
        bothAgreeNextDay();
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
