package tallystick.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** The books as finance meets them: of any day, as known at any instant, on either basis. */
class BooksTest {
    private static Platform platform;
    private static Door door;
    private static String loan;
    private static LocalDate today;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        door = platform.door();
        loan = Story.funded(door).loan();
        today = LocalDate.parse(door.get("finance", "/business-days/CN").text("/businessDate"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static void repays(String amount, LocalDate valueDate) {
        door.post("operations", "/loans/" + loan + "/repayments", """
            {"amount":{"amount":"%s","currency":"CNY"},"valueDate":"%s","source":"OFFICER_ENTRY"}
            """.formatted(amount, valueDate))
                .is(201);
    }

    private static BigDecimal balance(String account, String query) {
        var found = door.get("finance", "/ledger/accounts/" + account + query)
                .is(200)
                .text("/balances/0/balance");
        return new BigDecimal(found.isEmpty() ? "0" : found);
    }

    private static void booked(String account, String amount) {
        Awaitility.await().untilAsserted(() -> assertThat(balance(account, "")).isEqualByComparingTo(amount));
    }

    @Test
    void whatWasKnownStaysKnownAndWhatIsBookedLaterIsOfItsDay() {
        booked("1100-loans", "12000.00");
        var before = Instant.now();
        repays("1000.00", today);
        booked("1910-receipts-in-transit", "1000.00");

        assertThat(balance("1910-receipts-in-transit", "?knownAt=" + before)).isEqualByComparingTo("0");
        assertThat(balance("1910-receipts-in-transit", "?asOf=" + today.minusDays(1)))
                .isEqualByComparingTo("0");
        assertThat(balance("1100-loans", "?knownAt=" + before)).isEqualByComparingTo("12000.00");
        equal(door.get("finance", "/ledger/trial-balance").is(200).json());
        equal(door.get("finance", "/ledger/trial-balance?basis=ACCRUAL").is(200).json());
        equal(door.get("finance", "/ledger/trial-balance?knownAt=" + before)
                .is(200)
                .json());

        var lines = door.get("finance", "/ledger/accounts/1910-receipts-in-transit/postings?loan=" + loan)
                .is(200)
                .json();
        assertThat(lines.at("/items/0/event").asString("")).isEqualTo("loan.RepaymentReceived");
        assertThat(door.get("finance", "/loans/" + loan + "/transactions?knownAt=" + before)
                        .json()
                        .at("/items")
                        .size())
                .isOne();
        assertThat(door.get("finance", "/loans/" + loan + "/transactions")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(2);
    }

    private static void equal(JsonNode trial) {
        assertThat(trial.at("/currencies").size()).isPositive();
        trial.at("/currencies")
                .valueStream()
                .forEach(currency -> assertThat(currency.at("/debit").asString(""))
                        .isEqualTo(currency.at("/credit").asString("")));
    }

    @Test
    void theTrialBalanceIsATableToo() {
        booked("1100-loans", "12000.00");
        var table = door.get("finance", "/ledger/trial-balance?asOf=" + today, "Accept", "text/csv")
                .is(200);
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.response().body()).startsWith("currency,account,debit,credit,balance\r\n");
        assertThat(table.response().body()).contains("CNY,1100-loans,12000.00,");
    }

    @Test
    void aClosedPeriodTakesNoMore() {
        door.post("finance", "/ledger/periods", "{\"through\":\"%s\"}".formatted(today.plusDays(1)))
                .refused(409, "period-not-over");
        door.post("operations", "/ledger/periods", "{\"through\":\"%s\"}".formatted(today.minusDays(2)))
                .refused(403, "forbidden");
        door.post("finance", "/ledger/periods", "{\"through\":\"%s\"}".formatted(today.minusDays(2)))
                .is(201);
        door.post("finance", "/ledger/periods", "{\"through\":\"%s\"}".formatted(today.minusDays(9)))
                .refused(409, "period-closed");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(door.get("finance", "/ledger/periods").text("/items/0/through"))
                                .isEqualTo(today.minusDays(2).toString()));
        assertThatThrownBy(() -> sql("insert into loan.journals (id, date, known_at, cause, event) values"
                        + " ('j', date '%s', now(), 'c', 'e')".formatted(today.minusDays(2))))
                .hasMessageContaining("Expected journals in the open period only");
    }

    @Test
    void theDatabaseItselfRefusesCrookedJournalsAndChanges() {
        booked("1100-loans", "12000.00");
        assertThatThrownBy(() -> sql("insert into loan.postings (journal, nr, basis, account, side, currency, amount,"
                        + " date) select nr, 99, 'BOTH', '1100-loans', 'DEBIT', 'CNY', 0.01, date from loan.journals"
                        + " limit 1"))
                .hasMessageContaining("Expected debits and credits to be equal");
        assertThatThrownBy(() -> sql("update loan.postings set amount = amount + 1"))
                .hasMessageContaining("write another journal");
    }

    private static void sql(String statement) {
        JdbcClient.create(platform.bean(javax.sql.DataSource.class))
                .sql(statement)
                .update();
    }
}
