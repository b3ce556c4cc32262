package tallystick.runtime.operations;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes work that waits and runs it on virtual threads; keeps its leases alive while it does. A node that stops gives its
 * work back, a node that dies loses it when the lease ends.
 */
final class Worker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final OperationTable table;
    private final Map<String, WorkType> types;
    private final OperationSettings limits;
    private final InstantSource clock;
    private final String node;
    private final Semaphore free;
    private final Semaphore woken = new Semaphore(0);
    private final Set<Run> runs = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Worker(
            OperationTable table,
            Map<String, WorkType> types,
            OperationSettings limits,
            InstantSource clock,
            String node) {
        this.table = table;
        this.types = Map.copyOf(types);
        this.limits = limits;
        this.clock = clock;
        this.node = node;
        this.free = new Semaphore(limits.atOnce());
    }

    void wake() {
        woken.release();
    }

    /** Refuses work that no node would ever take. */
    void knows(String type) {
        if (!types.containsKey(type)) {
            throw new IllegalArgumentException(
                    "Expected a work type out of %s; found %s.".formatted(types.keySet(), type));
        }
    }

    @Override
    public void start() {
        running = true;
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("operation-", 0).factory());
        threads.execute(this::takeWork);
        threads.execute(this::keepLeases);
    }

    @Override
    public void stop() {
        running = false;
        // Interrupted runs give their work back.
        threads.shutdownNow();
        threads.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void takeWork() {
        while (running) {
            try {
                free.acquire();
                var next = types.isEmpty()
                        ? java.util.Optional.<Operation>empty()
                        : table.take(node, types.keySet(), limits.lease(), clock.instant());
                if (next.isPresent()) {
                    begin(next.get());
                    continue;
                }
                free.release();
                if (woken.tryAcquire(limits.look().toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                free.release();
                log.warn("Expected to look for operations; the database did not answer. Looking again.", failure);
                pause();
            }
        }
    }

    private void begin(Operation operation) {
        var run = new Run(table, operation, node, clock, limits.attempts());
        runs.add(run);
        threads.execute(() -> {
            try {
                run.through(type(operation));
            } finally {
                runs.remove(run);
                free.release();
                wake();
            }
        });
    }

    private WorkType type(Operation operation) {
        var type = types.get(operation.type());
        if (type == null) {
            throw new IllegalStateException("Expected to take known work only; found " + operation.type() + ".");
        }
        return type;
    }

    private void keepLeases() {
        while (running) {
            try {
                Thread.sleep(limits.lease().dividedBy(3));
                runs.forEach(run -> run.renew(limits.lease()));
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                log.warn("Expected to renew leases of operations; the database did not answer. Trying again.", failure);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(limits.look());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
