package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tallystick.runtime.testing.TestDatabase;

/**
 * The platform is killed the moment a step of an origination is durable; the bank lives on in a process of its own. After
 * the next start the loan arrives, and the bank's ledger has exactly one payout. {@code -Dproof.kill.points=12} for
 * every point; verify takes the worst. What is between us and the bank is {@link CrashPointsTest}'s.
 */
class KilledOnTheWayTest {
    /** The event after which the node dies, and how often it must have been seen; the worst first. */
    private static final List<String> POINTS = List.of(
            "application.PlacementStarted/1",
            "bank.SubmissionStarted/2",
            "application.PayoutOrdered/1",
            "bank.SubmissionStarted/1",
            "application.DraftStarted/1",
            "application.ApplicationSubmitted/1",
            "audit.AuditDecided/1",
            "application.LineReserved/1",
            "application.OfferMade/1",
            "application.OfferAccepted/1",
            "loan.LoanBooked/1",
            "loan.PayoutConfirmed/1");

    private static final int TAKEN = Integer.getInteger("proof.kill.points", 1);

    private static final TestDatabase theirs = TestDatabase.empty();

    private static int port;
    private static BankProcess bank;

    static Stream<String> points() {
        return POINTS.stream().limit(TAKEN);
    }

    @BeforeAll
    static void openTheBank() throws Exception {
        port = Child.freePort();
        bank = BankProcess.start(theirs, port);
    }

    @AfterAll
    static void closeTheBank() {
        bank.close();
    }

    @ParameterizedTest
    @MethodSource("points")
    void theLoanArrivesAndIsPaidOutOnce(String point) throws Exception {
        var database = TestDatabase.empty();
        var data = Platform.folder();
        var walker = new Walker(point);
        try (var doomed = NodeProcess.start(database, data, port, bank)) {
            var parts = point.split("/", 2);
            doomed.diesAfter(parts[0], Integer.parseInt(parts[1]), () -> walker.goesOn(doomed.door()));
        }
        try (var survivor = NodeProcess.start(database, data, port, bank)) {
            var story = walker.arrives(survivor.door());
            assertThat(new Oracle(database, theirs).moved(story.payout()))
                    .as("payouts after a kill at %s", point)
                    .isOne();
            assertThat(story.reservation()).isEqualTo("CONFIRMED");
        }
    }
}
