package tallystick.audit.facts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.audit.facts.FactSource.Answer;
import tallystick.audit.facts.FactSource.Subject;

/**
 * Asks all sources at once, each with its consent and within its time. What goes wrong is a gap, never an error; and a source
 * where it goes wrong again and again is left alone for a while.
 */
final class Sources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
    private static final Answer NOT_CONNECTED = new Answer.Nothing("NOT_CONNECTED");
    private static final Answer DOWN = new Answer.Nothing("DOWN");
    private static final Answer RESTING = new Answer.Nothing("RESTING");

    private final Map<String, Connected> connected = new TreeMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private record Connected(@Nullable FactSource source, Duration patience, Rest rest) {}

    private record Asked(Future<Answer> answer, Connected one) {}

    Sources(SourceSettings settings, InstantSource clock) {
        this(settings, clock, ServiceLoader.load(FactSource.class));
    }

    Sources(SourceSettings settings, InstantSource clock, Iterable<FactSource> found) {
        settings.all().forEach((name, chosen) -> {
            FactSource source = null;
            for (var one : found) {
                if (one.source().equals(name) && one.provider().equals(chosen.by())) {
                    one.configure(chosen.told());
                    source = one;
                }
            }
            if (source == null && !chosen.by().equals("none")) {
                throw new IllegalStateException(
                        "Expected a provider '%s' of the source '%s' on the class path; found none. Add its jar, or set tallystick.audit.sources.%s.provider to none."
                                .formatted(chosen.by(), name, name));
            }
            connected.put(name, new Connected(source, chosen.within(), new Rest(clock)));
        });
    }

    /** What each source says, by its name. */
    Map<String, Answer> ask(Subject subject) {
        var asked = new TreeMap<String, Asked>();
        connected.forEach((name, one) -> asked.put(name, new Asked(threads.submit(question(one, subject)), one)));
        var answers = new TreeMap<String, Answer>();
        asked.forEach((name, one) -> answers.put(name, answer(name, one)));
        return answers;
    }

    private static Callable<Answer> question(Connected one, Subject subject) {
        var source = one.source();
        return () -> {
            if (source == null) {
                return NOT_CONNECTED;
            }
            var needed = source.consent();
            if (needed.isPresent() && !subject.consents().containsKey(needed.get())) {
                return new Answer.Nothing("NO_CONSENT");
            }
            return one.rest().isOn() ? RESTING : asked(source, one.rest(), subject);
        };
    }

    private static Answer asked(FactSource source, Rest rest, Subject subject) throws InterruptedException {
        var answer = source.ask(subject);
        if (answer.equals(DOWN)) {
            rest.failed();
        } else {
            rest.answered();
        }
        return answer;
    }

    private static Answer answer(String name, Asked asked) {
        try {
            return asked.answer().get(asked.one().patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            asked.answer().cancel(true);
            asked.one().rest().failed();
            return new Answer.Nothing("TIMEOUT");
        } catch (ExecutionException broken) {
            LOG.warn("The source {} failed; the case is decided with a gap. Look at its provider.", name, broken);
            asked.one().rest().failed();
            return DOWN;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to gather facts; the node is stopping.", stopping);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
