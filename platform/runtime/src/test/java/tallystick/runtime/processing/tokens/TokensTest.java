package tallystick.runtime.processing.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.NodeName;
import tallystick.runtime.processing.ProcessingDatabase;

class TokensTest {
    private static final String GROUP = "reference.balances.v1";

    private final HikariDataSource database = ProcessingDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final TokenRows rows = new TokenRows(jdbc, transactions);
    private final Tokens one = new Tokens(jdbc, new NodeName("one"), Duration.ofMinutes(1));
    private final Tokens two = new Tokens(jdbc, new NodeName("two"), Duration.ofMinutes(1));

    @BeforeEach
    void make() {
        rows.make(new GroupName(GROUP), 4, 7);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aClaimedSegmentIsNotForOthersUntilItIsReleased() {
        assertThat(one.fetchToken(GROUP, 0)).isEqualTo(new GlobalSequenceTrackingToken(7));
        assertThatThrownBy(() -> two.fetchToken(GROUP, 0))
                .isInstanceOf(UnableToClaimTokenException.class)
                .hasMessageContaining("Expected two to hold segment 0");
        assertThat(two.fetchAvailableSegments(GROUP))
                .extracting(Segment::getSegmentId)
                .containsExactly(1, 2, 3);
        one.releaseClaim(GROUP, 0);
        assertThat(two.fetchToken(GROUP, 0)).isEqualTo(new GlobalSequenceTrackingToken(7));
    }

    @Test
    void aClaimThatNobodyRenewsIsFreeAndItsFormerOwnerCannotStoreAnyMore() {
        one.fetchToken(GROUP, 0);
        jdbc.update("update reference.tokens set claimed_at = claimed_at - interval '2 minutes'");
        two.fetchToken(GROUP, 0);
        two.storeToken(new GlobalSequenceTrackingToken(9), GROUP, 0);
        assertThatThrownBy(() -> one.storeToken(new GlobalSequenceTrackingToken(8), GROUP, 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> one.extendClaim(GROUP, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(rows.of(new GroupName(GROUP)).getFirst().position()).isEqualTo(9);
    }

    @Test
    void onlyPlainPositionsAreStored() {
        one.fetchToken(GROUP, 0);
        var replay = ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9));
        assertThatThrownBy(() -> one.storeToken(replay, GROUP, 0))
                .hasMessageContaining("Expected a plain position")
                .hasMessageContaining("ReplayToken");
    }

    @Test
    void tokensAreMadeOnceAndNeverOnTheWay() {
        rows.make(new GroupName(GROUP), 8, 0);
        assertThat(one.fetchSegments(GROUP)).containsExactly(0, 1, 2, 3);
        assertThatThrownBy(() -> one.initializeTokenSegments(GROUP, 4, null))
                .isInstanceOf(UnableToInitializeTokenException.class)
                .hasMessageContaining("new-groups");
    }

    @Test
    void aTokenIsStoredInTheCallersTransaction() {
        one.fetchToken(GROUP, 1);
        transactions.executeWithoutResult(status -> {
            one.storeToken(new GlobalSequenceTrackingToken(99), GROUP, 1);
            status.setRollbackOnly();
        });
        assertThat(rows.of(new GroupName(GROUP)))
                .extracting(TokenRows.TokenRow::position)
                .isEqualTo(List.of(7L, 7L, 7L, 7L));
        one.extendClaim(GROUP, 1);
        one.storeToken(new GlobalSequenceTrackingToken(8), GROUP, 1);
    }

    @Test
    void aClaimIsRenewedWhileItsOwnersBatchIsNotCommittedYet() {
        one.fetchToken(GROUP, 0);
        var renewal = transactions.execute(_ -> {
            one.storeToken(new GlobalSequenceTrackingToken(8), GROUP, 0);
            var renewing = CompletableFuture.runAsync(() -> one.extendClaim(GROUP, 0));
            await().until(() -> renewing.isDone() || somebodyWaitsForALock());
            return renewing;
        });
        assertThat(renewal).succeedsWithin(Duration.ofSeconds(30));
    }

    private boolean somebodyWaitsForALock() {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
            select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')\
            """, Boolean.class));
    }

    @Test
    void whoOutlivesADatabaseThatTookItsLatestPositionBackBeginsAtTheOneBefore() {
        one.fetchToken(GROUP, 0);
        one.storeToken(new GlobalSequenceTrackingToken(8), GROUP, 0);
        one.storeToken(new GlobalSequenceTrackingToken(9), GROUP, 0);
        jdbc.update("update reference.tokens set position = 8 where segment = 0");
        assertThatThrownBy(() -> one.extendClaim(GROUP, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> one.storeToken(new GlobalSequenceTrackingToken(10), GROUP, 0))
                .isInstanceOf(UnableToClaimTokenException.class)
                .hasMessageContaining("took its latest position back");
        assertThat(one.fetchToken(GROUP, 0)).isEqualTo(new GlobalSequenceTrackingToken(8));
        one.storeToken(new GlobalSequenceTrackingToken(10), GROUP, 0);
        one.extendClaim(GROUP, 0);
    }

    @Test
    void whatIsBehindTheStoredPositionIsNotAccountedForAgain() {
        var handled = new ArrayList<EventMessage<?>>();
        one.watch(new GroupName(GROUP), new TokenWatch() {
            @Override
            public void claimed(int segment) {}

            @Override
            public Settled storing(int segment, long position) {
                return new Settled(8, handled);
            }
        });
        one.fetchToken(GROUP, 0);
        handled.add(eventAt(8));
        one.storeToken(new GlobalSequenceTrackingToken(8), GROUP, 0);
        handled.add(eventAt(9));
        assertThatThrownBy(() -> one.storeToken(new GlobalSequenceTrackingToken(9), GROUP, 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(jdbc.queryForObject("select sum(events) from reference.proof", Long.class))
                .isOne();
    }

    private static EventMessage<?> eventAt(long position) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage("event " + position));
    }
}
