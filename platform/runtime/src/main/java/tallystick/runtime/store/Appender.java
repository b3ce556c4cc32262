package tallystick.runtime.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of events on this node. Callers queue; one thread drains the queue into group commits over a connection
 * of its own. While one commit is on its way to the disk the next batch gathers, so batches grow with the load.
 *
 * <p>When the answer to a commit is lost, nobody is told anything until it is read back: first the head is locked, which
 * waits for a commit that may still be under way in the database, then the batch is looked up by its id.
 */
public final class Appender implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Appender.class);

    private final ConnectionOpener opener;
    private final StoreSettings settings;
    private final GroupCommit groupCommit;
    private final AppendListener listener;
    private final BlockingQueue<Pending> queue;
    private final Deque<Pending> later = new ArrayDeque<>();
    private final Thread thread;
    private volatile boolean stopped;
    private @Nullable Connection connection;
    private volatile int backend;

    Appender(ConnectionOpener opener, StoreSettings settings, GroupCommit groupCommit, AppendListener listener) {
        this.opener = opener;
        this.settings = settings;
        this.groupCommit = groupCommit;
        this.listener = listener;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.thread = Thread.ofPlatform().name("appender").daemon(true).unstarted(this::run);
        thread.start();
    }

    /** Stores one caller's rows, or nothing; returns when they are durable. */
    Appended append(Append append) {
        return await(submit(append));
    }

    CompletableFuture<Appended> submit(Append append) {
        if (append.events().size() > settings.appendEvents()
                || append.bytes() > settings.batchBytes().toBytes()) {
            throw new StoreBusy(
                    "Expected at most %d events and %s in one append; found %d events and %d bytes. Split it."
                            .formatted(
                                    settings.appendEvents(),
                                    settings.batchBytes(),
                                    append.events().size(),
                                    append.bytes()));
        }
        var pending = new Pending(append);
        if (stopped || !queue.offer(pending)) {
            throw new StoreBusy(
                    stopped
                            ? "The store is shutting down. Send the command again to a running node."
                            : "Expected at most %d appends to wait; the queue is full. Try again later."
                                    .formatted(settings.queue()));
        }
        return pending.answer();
    }

    Appended await(CompletableFuture<Appended> answer) {
        try {
            return answer.get(settings.callerWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw unknown("did not answer within " + settings.callerWait());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("was still at work when the caller was interrupted");
        }
    }

    private static OutcomeUnknown unknown(String what) {
        return new OutcomeUnknown(
                "Expected the append to be confirmed; the store %s. It may be durable: repeat with the same key."
                        .formatted(what));
    }

    private void run() {
        while (!stopped || !queue.isEmpty() || !later.isEmpty()) {
            var batch = gather();
            if (!batch.isEmpty()) {
                commitWhole(batch);
            }
        }
        disconnect();
        fail(new ArrayList<>(queue), unknown("was stopped"));
    }

    private List<Pending> gather() {
        var batch = new ArrayList<Pending>();
        long bytes = 0;
        int rows = 0;
        while (rows < settings.batchRows() && bytes < settings.batchBytes().toBytes()) {
            var pending = batch.isEmpty() ? first() : next();
            if (pending == null) {
                break;
            }
            batch.add(pending);
            rows += pending.append().rows();
            bytes += pending.append().bytes();
        }
        return batch;
    }

    private @Nullable Pending first() {
        if (!later.isEmpty()) {
            return later.poll();
        }
        try {
            return queue.poll(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return null; // Asked to stop; the loop looks at the flag.
        }
    }

    private @Nullable Pending next() {
        return later.isEmpty() ? queue.poll() : later.poll();
    }

    private void commitWhole(List<Pending> batch) {
        try {
            settle(commit(batch));
        } catch (SQLException e) {
            if (batch.size() == 1) {
                fail(batch, fault(e));
            } else {
                // One of them is what the database does not take; each gets its own transaction and its own answer.
                batch.forEach(pending -> commitWhole(List.of(pending)));
            }
        } catch (OutcomeUnknown e) {
            fail(batch, e);
        } catch (RuntimeException | Error e) {
            log.error("A batch of {} appends failed for a reason that is not the database's.", batch.size(), e);
            disconnect();
            fail(batch, unknown("failed with " + e));
        }
    }

    /** Tries until the batch is durable or the database says no for a reason of the batch's own. */
    private Plan commit(List<Pending> batch) throws SQLException {
        var batchId = UUID.randomUUID();
        for (int attempt = 1; ; attempt++) {
            try {
                long start = System.nanoTime();
                var plan = groupCommit.write(connection(), batchId, batch);
                listener.committed(plan.answers.size(), plan.events.size(), System.nanoTime() - start);
                return plan;
            } catch (SQLException e) {
                var lost = Sql.connectionLost(e);
                log.warn(
                        "Group commit {} failed at try {} ({}): {}", batchId, attempt, e.getSQLState(), e.getMessage());
                disconnect();
                if (lost && wasCommitted(batchId)) {
                    log.info("Group commit {} was durable although its answer was lost.", batchId);
                    return java.util.Objects.requireNonNull(groupCommit.plan);
                }
                if (!lost && !(Sql.passing(e) && attempt < 3)) {
                    throw e;
                }
            }
        }
    }

    private boolean wasCommitted(UUID batchId) {
        while (true) {
            try (var look = opener.open("tallystick-read-back")) {
                return Sql.committed(look, batchId);
            } catch (SQLException e) {
                if (stopped) {
                    throw unknown("was stopped before it could read back what became of it");
                }
                log.warn("Cannot read back group commit {} yet: {}. Callers wait.", batchId, e.getMessage());
                pause();
            }
        }
    }

    /** Callers first: what they ask for next gathers while the readers are told. */
    private void settle(Plan plan) {
        later.addAll(plan.triage.later);
        plan.triage.refused.forEach(Pending::refuse);
        plan.answers.forEach((pending, appended) -> pending.answer().complete(appended));
        listener.appended(plan.events);
    }

    private static void fail(List<Pending> batch, RuntimeException why) {
        batch.forEach(pending -> pending.refuse(why));
    }

    private static RuntimeException fault(SQLException e) {
        return Sql.duplicate(e)
                ? new Conflict("Expected new event ids; one is already stored (%s).".formatted(e.getMessage()))
                : new StoreBusy(
                        "The store did not take the append (%s): %s".formatted(e.getSQLState(), e.getMessage()));
    }

    private Connection connection() throws SQLException {
        while (connection == null) {
            try {
                connection = Sql.forAppending(opener.open("tallystick-appender"), settings);
                backend = connection.unwrap(PGConnection.class).getBackendPID();
            } catch (SQLException e) {
                if (stopped) {
                    throw e;
                }
                log.warn("Cannot reach the event store: {}. Appends wait.", e.getMessage());
                pause();
            }
        }
        return connection;
    }

    private void disconnect() {
        Sql.close(connection);
        connection = null;
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.reconnect().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The database's process that serves this appender, as its notifications name it. */
    int backend() {
        return backend;
    }

    int waiting() {
        return queue.size();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(settings.callerWait());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
