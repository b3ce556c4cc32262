package tallystick.audit.facts;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What simulated sources share: a delay ({@code delay}) and a failure at every n-th question ({@code fail-every}; 1 is an
 * outage), so that lateness and outages can be played.
 */
abstract class Simulated implements FactSource {
    private final String source;
    private final AtomicLong questions = new AtomicLong();
    private Duration delay = Duration.ZERO;
    private long failEvery;

    Simulated(String source) {
        this.source = source;
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public final String provider() {
        return "simulated";
    }

    @Override
    public final void configure(Map<String, String> settings) {
        delay = Duration.parse(settings.getOrDefault("delay", "PT0S"));
        failEvery = Long.parseLong(settings.getOrDefault("fail-every", "0"));
    }

    @Override
    public final Answer ask(Subject subject) throws InterruptedException {
        Thread.sleep(delay);
        return failEvery > 0 && questions.incrementAndGet() % failEvery == 0
                ? new Answer.Nothing("DOWN")
                : new Answer.Known(facts(subject));
    }

    abstract Map<String, String> facts(Subject subject);
}
