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
 * every point; verify takes the three worst.
 */
class KilledOnTheWayTest {
    /** The event after which the node dies, and how often it must have been seen; the worst first. */
    private static final List<String> POINTS = List.of(
            "bank.SubmissionStarted/2",
            "application.PlacementStarted/1",
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

    private static final int TAKEN = Integer.getInteger("proof.kill.points", 3);

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
    void theLoanArrivesAndIsPaidOutOnce(String point) throws Exception {
        var database = TestDatabase.empty();
        var data = Platform.folder();
        var walker = new Walker(point);
        try (var doomed = NodeProcess.start(database, data, port, bank)) {
            doomed.diesAt(point, database, () -> walker.goesOn(doomed.door()));
        }
        try (var survivor = NodeProcess.start(database, data, port, bank)) {
            var story = walker.arrives(survivor.door());
            assertThat(story.payoutsAtTheBank().at("/items").size())
                    .as("payouts after a kill at %s", point)
                    .isOne();
            assertThat(story.reservation()).isEqualTo("CONFIRMED");
        }
    }
}
