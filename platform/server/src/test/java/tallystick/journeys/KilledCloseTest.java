package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.loan.Portfolio;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.testing.TestDatabase;

/**
 * A node is killed in the midst of a day close; another goes on with it, and the books are those of a close that ran through.
 * {@code -Dproof.kill.points=4} for every point; verify takes the worst.
 */
class KilledCloseTest {
    private static final List<String> POINTS = List.of(
            "loan.BucketChanged/250", "loan.AccrualsPosted/1", "loan.DayCloseStarted/1", "loan.BucketChanged/1");
    private static final int TAKEN = Integer.getInteger("proof.kill.points", 1);
    private static final int LOANS = 500;

    private static int port;
    private static BankProcess bank;

    static Stream<String> points() {
        return POINTS.stream().limit(TAKEN);
    }

    @BeforeAll
    static void openTheBank() throws Exception {
        port = Child.freePort();
        bank = BankProcess.start(TestDatabase.empty(), port);
    }

    @AfterAll
    static void closeTheBank() {
        bank.close();
    }

    @ParameterizedTest
    @MethodSource("points")
    void theBooksAreThoseOfACloseThatRanThrough(String point) throws Exception {
        var through = TestDatabase.empty();
        LocalDate day;
        try (var platform = Platform.start(through)) {
            day = lend(platform, through);
            ask(platform.door(), day);
            closed(through);
        }
        var killed = TestDatabase.empty();
        try (var platform = Platform.start(killed)) {
            assertThat(lend(platform, killed)).as("a day passed; run it again").isEqualTo(day);
        }
        var data = Platform.folder();
        try (var doomed = NodeProcess.start(killed, data, port, bank)) {
            var parts = point.split("/", 2);
            doomed.diesAfter(parts[0], Integer.parseInt(parts[1]), () -> ask(doomed.door(), day));
        }
        try (var survivor = NodeProcess.start(killed, data, port, bank)) {
            closed(killed);
            assertThat(survivor.door().get("finance", "/business-days/CN").text("/lastClosed"))
                    .isEqualTo(day.toString());
        }
        assertThat(books(killed)).as("after a kill at %s", point).isEqualTo(books(through));
    }

    /** Loans that were due the day before, and the day that closes now. */
    private static LocalDate lend(Platform platform, TestDatabase database) {
        var day = LocalDate.parse(
                platform.door().get("finance", "/business-days/CN").text("/businessDate"));
        platform.bean(Commands.class).decideMany(Portfolio.dueOn(LOANS, day.minusDays(1)), Origin.of("test"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> JdbcClient.create(database.dataSource())
                                .sql("select count(*) from loan.agenda_v1")
                                .query(Integer.class)
                                .single()
                        == LOANS);
        return day;
    }

    private static void ask(Door door, LocalDate day) {
        door.post("operations", "/business-days/CN/closes", "{\"date\":\"%s\"}".formatted(day));
    }

    private static void closed(TestDatabase database) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> JdbcClient.create(database.dataSource())
                        .sql("select count(*) = 1 from loan.business_days_v1 where last_closed is not null and"
                                + " running is null")
                        .query(Boolean.class)
                        .single());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> JdbcClient.create(database.dataSource())
                        .sql("select count(*) = 1 from loan.journals where event = 'loan.AccrualsPosted'")
                        .query(Boolean.class)
                        .single());
    }

    /** What stands in the accounts, what the close did, and how late each loan is. */
    private static List<String> books(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("""
                    select concat_ws(' ', account, currency, basis, sum(debit), sum(credit)) from loan.account_sums
                     group by account, currency, basis
                    union all
                    select concat_ws(' ', 'bucket', bucket, count(*), sum(principal)) from loan.bucket_moves_v1 group by bucket
                    union all
                    select concat_ws(' ', 'close', state, counts) from loan.day_closes
                    order by 1
                    """)
                .query(String.class)
                .list();
    }
}
