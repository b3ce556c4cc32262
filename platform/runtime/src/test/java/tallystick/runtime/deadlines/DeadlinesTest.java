package tallystick.runtime.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallystick.runtime.testing.TestDatabase;

class DeadlinesTest {
    private static final String KIND = "transfer-silent";
    private static final Instant DUE = Instant.parse("2099-01-05T10:00:00Z");

    private final Node node = Node.start(TestDatabase.fresh("reference", "other"), new Inbox());

    @AfterEach
    void stop() {
        node.close();
    }

    @BeforeEach
    void oneWait() {
        node.handle(deadlines -> deadlines.set(KIND, "transfer-1", DUE));
    }

    @Test
    void aHandlerThatRollsBackLeavesNoDeadline() {
        assertThatThrownBy(() -> node.handle(deadlines -> {
                    deadlines.set(KIND, "transfer-2", DUE);
                    deadlines.clear(KIND, "transfer-1");
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");
        assertThat(due("transfer-1")).isEqualTo(DUE);
        assertThat(node.rows()).isEqualTo(1);
    }

    @Test
    void settingAgainMovesTheDeadlineAndForgetsItsFailures() {
        failed();
        node.handle(deadlines -> deadlines.set(KIND, "transfer-1", DUE.plusSeconds(1)));
        assertThat(due("transfer-1")).isEqualTo(DUE.plusSeconds(1));
        assertThat(attempts()).isZero();
    }

    @Test
    void aRepeatOfTheSameEventChangesNothing() {
        failed();
        node.handle(deadlines -> deadlines.set(KIND, "transfer-1", DUE));
        assertThat(attempts()).isEqualTo(7);
    }

    @Test
    void clearingTwiceIsAsClearingOnce() {
        node.handle(deadlines -> deadlines.clear(KIND, "transfer-1"));
        node.handle(deadlines -> deadlines.clear(KIND, "transfer-1"));
        assertThat(node.rows()).isZero();
    }

    @Test
    void aDeadlineIsNeverStoredEarlierThanItIs() {
        node.handle(deadlines -> deadlines.set(KIND, "transfer-1", DUE.plusNanos(1)));
        assertThat(due("transfer-1")).isEqualTo(DUE.plus(Duration.ofNanos(1000)));
    }

    @Test
    void outsideATransactionADeadlineIsRefused() {
        Deadlines deadlines = node.context().getBean(Deadlines.class);
        assertThatThrownBy(() -> deadlines.set(KIND, "transfer-2", DUE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Expected to be in the handler's transaction");
    }

    @Test
    void aKindThatNobodyDeclaredIsRefusedByName() {
        assertThatThrownBy(() -> node.handle(deadlines -> deadlines.set("misspelt", "transfer-2", DUE)))
                .hasMessage(
                        "Expected one of the deadline kinds [other-silent, transfer-silent], found 'misspelt'. Declare"
                                + " a DeadlineKind bean for it.");
    }

    private void failed() {
        node.database().sql("update reference.deadlines set attempts = 7").update();
    }

    private int attempts() {
        return node.database()
                .sql("select attempts from reference.deadlines")
                .query(Integer.class)
                .single();
    }

    private Instant due(String id) {
        return node.database()
                .sql("select due_at from reference.deadlines where id = ?")
                .param(id)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
