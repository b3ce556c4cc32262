package tallystick.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.bank.api.ReportCommand.ReportUnmatchedMoney;
import tallystick.bank.api.ReportEvent.UnmatchedMoneyReported;
import tallystick.bank.api.ReportId;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.loan.days.BusinessDays;
import tallystick.loan.payout.BankMoney;
import tallystick.loan.payout.Entries;
import tallystick.loan.servicing.Servicing;
import tallystick.loan.suspense.KnownSuspense;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.testing.TestDatabase;

/** Money in transit stays there until a statement shows it, and no longer; and reports know where loans came from. */
class InTransitTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static Platform platform;
    private static Door door;
    private static String loan;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
        loan = Story.funded(door).loan();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static void stands(String account, String amount) {
        Awaitility.await().untilAsserted(() -> {
            var found =
                    door.get("finance", "/ledger/accounts/" + account).is(200).text("/balances/0/balance");
            assertThat(new BigDecimal(found.isEmpty() ? "0" : found))
                    .as(account)
                    .isEqualByComparingTo(amount);
        });
    }

    private static String inFlight() {
        return door.get("finance", "/reports/CN/in-flight")
                .is(200)
                .json()
                .at("/items")
                .toString();
    }

    @Test
    void theStatementTakesMoneyOutOfTransitOnceAndTheReportShowsWhatIsLeft() {
        var day = LocalDate.parse(door.get("finance", "/business-days/CN").text("/businessDate"));
        door.post("bank", "/sandbox/payments", """
            {"loan":"%s","amount":{"amount":"1000.00","currency":"CNY"},"date":"%s"}
            """.formatted(loan, day)).is(202);
        door.post("operations", "/loans/" + loan + "/repayments", """
            {"amount":{"amount":"7.00","currency":"CNY"},"valueDate":"%s","source":"OFFICER_ENTRY"}
            """.formatted(day))
                .is(201);
        stands("1900-payouts-in-transit", "-12000.00");
        stands("1910-receipts-in-transit", "1007.00");

        Story.moveClock(door, day.plusDays(1).atTime(12, 0).atZone(ZONE).toInstant());
        var statement = "{\"day\":\"%s\"}".formatted(day);
        door.post("operations", "/banks/sandbox/statements", statement).is(200);
        door.post("operations", "/banks/sandbox/statements", statement).is(200);
        stands("1900-payouts-in-transit", "0");
        stands("1910-receipts-in-transit", "7.00");
        stands("1000-bank", "-11000.00");
        assertThat(inFlight()).contains("1910-receipts-in-transit", "7.00").doesNotContain("1900-payouts-in-transit");

        var journals = door.get("finance", "/ledger/journals?loan=" + loan)
                .is(200)
                .json()
                .toString();
        assertThat(journals).contains("bank.InstructionReconciled", "bank.RepaymentReconciled");
        whatPeopleEnteredIsWhatTheBankTellsOfLater(day);
    }

    /** One row names the loan, the other does not. */
    private static void whatPeopleEnteredIsWhatTheBankTellsOfLater(LocalDate day) {
        var before = repayments();
        unmatched("7.00", day);
        stands("1910-receipts-in-transit", "0");
        unmatched("9.00", day);
        stands("2300-suspense", "-9.00");
        assertThat(repayments()).isEqualTo(before);
        assertThat(inSuspense()).isEqualTo(1);
        aRowThatComesAgainCountsOnce(day);
    }

    /** Whichever way it went the first time, an entry of the same amount does not change it. */
    private static void aRowThatComesAgainCountsOnce(LocalDate day) {
        Awaitility.await().untilAsserted(() -> assertThat(matched()).isEqualTo(1));
        again("7.00", day);
        for (var amount : List.of("7.00", "9.00")) {
            door.post("operations", "/loans/" + loan + "/repayments", """
                {"amount":{"amount":"%s","currency":"CNY"},"valueDate":"%s","source":"OFFICER_ENTRY"}
                """.formatted(amount, day))
                    .is(201);
        }
        Awaitility.await().untilAsserted(() -> assertThat(entries()).isEqualTo(3));
        again("7.00", day);
        again("9.00", day);
        assertThat(matched()).isEqualTo(1);
        assertThat(inSuspense()).isEqualTo(1);
        stands("1910-receipts-in-transit", "16.00");
    }

    private static int inSuspense() {
        return door.get("finance", "/suspense").is(200).json().at("/items").size();
    }

    private static int entries() {
        return count("true");
    }

    private static int matched() {
        return count("matched is not null");
    }

    private static int count(String which) {
        return Objects.requireNonNull(platform.bean(JdbcTemplate.class)
                .queryForObject("select count(*) from loan.officer_entries_v1 where " + which, Integer.class));
    }

    /** As after a batch that was rolled back. */
    private static void again(String amount, LocalDate day) {
        new BankMoney()
                .on(
                        new UnmatchedMoneyReported(
                                new ReportId("report-" + amount),
                                new BankId("sandbox"),
                                "row-" + amount,
                                true,
                                Money.of("CNY", amount),
                                day,
                                Instant.now()),
                        platform.bean(Entries.class),
                        platform.bean(Servicing.class),
                        platform.bean(KnownSuspense.class),
                        platform.bean(Commands.class),
                        platform.bean(BusinessDays.class),
                        platform.bean(InstantSource.class));
    }

    private static int repayments() {
        return door.get("finance", "/loans/" + loan + "/transactions")
                .is(200)
                .json()
                .at("/items")
                .size();
    }

    private static void unmatched(String amount, LocalDate day) {
        platform.bean(Commands.class)
                .send(
                        new ReportUnmatchedMoney(
                                new ReportId("report-" + amount),
                                new BankId("sandbox"),
                                "row-" + amount,
                                true,
                                Money.of("CNY", amount),
                                day,
                                Instant.now()),
                        Origin.of("statement"));
    }

    @Test
    void vintagesTellLoansApartByWhoeverEnteredThemAndByTheirRules() {
        Awaitility.await().untilAsserted(() -> {
            assertThat(origin("OFFICER")).isEqualTo("officer");
            assertThat(origin("RULE_SET")).matches("[0-9a-f]{64}");
            assertThat(origin("DEALER")).isEmpty();
        });
    }

    private static String origin(String by) {
        return door.get("finance", "/reports/CN/vintages?by=" + by).is(200).text("/items/0/origin");
    }
}
