package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.loan.ImportTest;
import tallystick.runtime.testing.TestDatabase;

/**
 * A node is killed in the midst of a day close; another goes on with it, and the books are those of a close that ran through.
 * {@code -Dproof.kill.points=5} for every point; verify takes the worst.
 */
class KilledCloseTest {
    private static final List<String> POINTS = List.of(
            "loan.BucketChanged/250",
            "loan.AccrualsPosted/1",
            "loan.DayCloseStarted/1",
            "loan.BucketChanged/1",
            "loan.DayClosed/1");
    private static final int TAKEN = Integer.getInteger("proof.kill.points", 1);
    private static final int LOANS = 500;

    private static LocalDate day;
    private static List<String> expected;

    static Stream<String> points() {
        return POINTS.stream().limit(TAKEN);
    }

    @BeforeAll
    static void aCloseThatRunsThrough() {
        var database = TestDatabase.empty();
        try (var platform = Platform.start(database)) {
            day = lend(platform.door(), database);
            ask(platform.door(), day);
            closed(database);
        }
        expected = books(database);
    }

    @ParameterizedTest
    @MethodSource("points")
    void theBooksAreThoseOfACloseThatRanThrough(String point) throws Exception {
        var killed = TestDatabase.empty();
        try (var doomed = NodeProcess.start(killed, Platform.folder(), Child.freePort())) {
            assertThat(lend(doomed.door(), killed))
                    .as("a day passed; run it again")
                    .isEqualTo(day);
            var parts = point.split("/", 2);
            doomed.diesAfter(parts[0], Integer.parseInt(parts[1]), () -> ask(doomed.door(), day));
        }
        try (var survivor = Platform.start(killed)) {
            closed(killed);
            assertThat(survivor.door().get("finance", "/business-days/CN").text("/lastClosed"))
                    .isEqualTo(day.toString());
        }
        assertThat(books(killed)).as("after a kill at %s", point).isEqualTo(expected);
    }

    /** Loans that were due the day before, and the day that closes now. */
    private static LocalDate lend(Door door, TestDatabase database) {
        var day = LocalDate.parse(door.get("finance", "/business-days/CN").text("/businessDate"));
        door.post("operations", "/imports", ImportTest.body("old", false, rows(day.minusDays(1))))
                .is(202);
        Awaitility.await()
                .until(() -> JdbcClient.create(database.dataSource())
                                .sql("select count(*) from loan.agenda_v1")
                                .query(Integer.class)
                                .single()
                        == LOANS);
        return day;
    }

    private static String rows(LocalDate due) {
        return IntStream.range(0, LOANS)
                .mapToObj(nr ->
                        "%d,cash-loan,CN,sandbox,party-1,CNY,12000.00,0.12,EQUAL_INSTALLMENTS,DAILY,ACT/365,P1M,12,%s,%s,,12000.00"
                                .formatted(nr, due.minusMonths(1), due))
                .collect(Collectors.joining("\n", ImportTest.HEAD, "\n"));
    }

    private static void ask(Door door, LocalDate day) {
        door.post("operations", "/business-days/CN/closes", "{\"date\":\"%s\"}".formatted(day));
    }

    private static void closed(TestDatabase database) {
        Awaitility.await()
                .until(() -> JdbcClient.create(database.dataSource())
                        .sql("select count(*) = 1 from loan.business_days_v1 join loan.day_closes using (jurisdiction)"
                                + " where last_closed is not null and business_days_v1.running is null"
                                + " and day_closes.state = 'SUCCEEDED'")
                        .query(Boolean.class)
                        .single());
        Awaitility.await()
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
