package tallystick.audit.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tallystick.kernel.PartyId;

/**
 * Somebody outside who knows something about an applicant: a credit bureau, an identity registry, a screening list. Found by
 * {@link java.util.ServiceLoader}; settings choose which one answers for a source. {@link #ask} is called once a decision, and
 * again when a decision is repeated after a crash; many threads may call it at once. It is given a limited time, and is
 * interrupted when that is over.
 */
public interface FactSource {
    /** What it is a source of, such as {@code bureau}; its facts and its gap carry that name. */
    String source();

    /** By which name settings choose it among those of one source, such as {@code simulated}. */
    String provider();

    /** The purpose of the consent without which it is not asked. */
    default Optional<String> consent() {
        return Optional.empty();
    }

    /** Called once before the first question. */
    default void configure(Map<String, String> settings) {}

    Answer ask(Subject subject) throws InterruptedException;

    /**
     * Whom and what it is asked about.
     *
     * @param stated what the applicant said, by the names of facts
     * @param consents the version that was agreed to, by purpose
     */
    record Subject(
            PartyId party,
            String product,
            String jurisdiction,
            BigDecimal amount,
            int count,
            LocalDate today,
            Map<String, String> stated,
            Map<String, String> consents) {
        public Subject {
            stated = Map.copyOf(stated);
            consents = Map.copyOf(consents);
        }
    }

    /** What it said. */
    sealed interface Answer {
        /** Facts by the names of the policy's dictionary; one that is not in it stays missing. */
        record Known(Map<String, String> facts) implements Answer {
            public Known {
                facts = Map.copyOf(facts);
            }
        }

        /** It gave nothing; why, in upper case such as {@code DOWN}. */
        record Nothing(String why) implements Answer {}
    }
}
