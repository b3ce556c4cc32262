package tallystick.audit;

import java.util.Optional;
import tallystick.audit.facts.FactSource;
import tallystick.audit.facts.SimulatedBureau;

/** The simulated bureau, until a test takes it down. */
public final class FailingBureau implements FactSource {
    static final String PROVIDER = "failing";
    static volatile boolean down;

    private final FactSource bureau = new SimulatedBureau();

    @Override
    public String source() {
        return bureau.source();
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Optional<String> consent() {
        return bureau.consent();
    }

    @Override
    public Answer ask(Subject subject) throws InterruptedException {
        if (down) {
            throw new IllegalStateException("The line to the bureau is cut.");
        }
        return bureau.ask(subject);
    }
}
