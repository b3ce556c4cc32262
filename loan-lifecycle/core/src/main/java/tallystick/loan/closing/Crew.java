package tallystick.loan.closing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tallystick.runtime.processing.NodeName;

/** This node's hands for closes, whichever node runs them: takes a free part, does it, takes the next. */
final class Crew implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

    private final PartTable parts;
    private final PartWork work;
    private final ClosingSettings settings;
    private final String node;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Crew(PartTable parts, PartWork work, ClosingSettings settings, NodeName node) {
        this.parts = parts;
        this.work = work;
        this.settings = settings;
        this.node = node.toString();
    }

    /** There are parts to take. */
    void wake() {
        woken.release(settings.workers());
    }

    @Override
    public void start() {
        running = true;
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("day-close-", 0).factory());
        for (var worker = 0; worker < settings.workers(); worker++) {
            var name = node + "#" + worker;
            threads.execute(() -> work(name));
        }
    }

    private void work(String name) {
        while (running) {
            try {
                var part = parts.take(name, settings.lease().toMillis());
                if (part.isPresent()) {
                    work.through(part.get(), name);
                } else {
                    woken.tryAcquire(settings.look().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("Expected to work on a day close; it failed and is tried again when its lease ends.", failure);
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.look().toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.shutdownNow();
        threads.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
