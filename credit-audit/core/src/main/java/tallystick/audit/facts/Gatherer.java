package tallystick.audit.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.Asked;
import tallystick.audit.api.AuditEvent.AuditOpened;
import tallystick.audit.api.Gap;
import tallystick.audit.facts.FactSource.Answer;
import tallystick.audit.facts.FactSource.Subject;
import tallystick.kernel.Jurisdiction;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.ObjectReader;

/** Puts together everything that is known of a case, under the names of the policy's dictionary. */
public final class Gatherer {
    /** Counted up when a fact comes to mean something else; stands in every snapshot. */
    private static final String SCHEMA = "4";

    private static final ObjectReader STRINGS = WebJson.get().readerForMapOf(String.class);

    private final Sealing sealing;
    private final OwnFacts own;
    private final NetworkFacts network;
    private final Sources sources;

    Gatherer(Sealing sealing, OwnFacts own, NetworkFacts network, Sources sources) {
        this.sealing = sealing;
        this.own = own;
        this.network = network;
        this.sources = sources;
    }

    /** The facts, and the sources that gave none. */
    public record Gathered(Map<String, String> facts, List<Gap> gaps) {
        public Gathered {
            facts = Map.copyOf(facts);
            gaps = List.copyOf(gaps);
        }
    }

    /** What is asked for and what is in our own books stands last: no source can overwrite it. */
    public Gathered gather(AuditOpened opened, Instant at) {
        var asked = opened.asked();
        var today = Jurisdiction.named(asked.jurisdiction()).dateAt(at);
        var said = strings(sealing.open(opened.facts(), "applicationFacts").textOr(_ -> "{}"));
        var facts = stated(asked, said, today);
        var ours = asked(asked);
        ours.put("product", String.valueOf(facts.get("product")));
        ours.putAll(
                own.of(opened.applicant(), opened.application(), asked.amount().amount(), today, at));
        ours.putAll(network.of(opened, at));
        var consents = consents(said);
        consents.forEach((purpose, version) -> ours.put("consent." + purpose, version));
        var gaps = ask(subject(opened, facts, consents, today), facts);
        facts.putAll(ours);
        return new Gathered(facts, gaps);
    }

    private static Map<String, String> asked(Asked asked) {
        var facts = new TreeMap<String, String>();
        facts.put("facts.schema", SCHEMA);
        facts.put("jurisdiction", asked.jurisdiction());
        facts.put("amount", asked.amount().amount().toPlainString());
        facts.put("count", Integer.toString(asked.count()));
        facts.put("every", asked.every());
        put(facts, "purpose", asked.purpose());
        put(facts, "channel", asked.channel());
        return facts;
    }

    private static Map<String, String> stated(Asked asked, Map<String, String> said, LocalDate today) {
        var facts = new TreeMap<String, String>();
        var maturity = today.plus(Period.parse(asked.every()).multipliedBy(asked.count()));
        put(facts, "income.monthly", said.get("applicant.monthlyIncome"));
        ages(facts, birthday(said), today, maturity);
        StatedVehicle.of(said).facts(facts, asked.amount().amount(), today, maturity);
        return facts;
    }

    private static Subject subject(
            AuditOpened opened, Map<String, String> facts, Map<String, String> consents, LocalDate today) {
        var asked = opened.asked();
        return new Subject(
                opened.applicant(),
                String.valueOf(facts.get("product")),
                asked.jurisdiction(),
                asked.amount().amount(),
                asked.count(),
                today,
                facts,
                consents);
    }

    /** Adds what the sources know; where they contradict what was stated, they are right. */
    private List<Gap> ask(Subject subject, Map<String, String> facts) {
        var gaps = new ArrayList<Gap>();
        sources.ask(subject).forEach((name, answer) -> {
            switch (answer) {
                case Answer.Known known -> facts.putAll(known.facts());
                case Answer.Nothing(var why) -> {
                    facts.put("gap." + name, why);
                    gaps.add(new Gap(name, why));
                }
            }
        });
        return gaps;
    }

    private static Map<String, String> consents(Map<String, String> stated) {
        var consents = new TreeMap<String, String>();
        stated.forEach((name, value) -> {
            if (name.startsWith("consent.")) {
                consents.put(name.substring("consent.".length()), value);
            }
        });
        return consents;
    }

    private static Optional<LocalDate> birthday(Map<String, String> stated) {
        try {
            return Optional.ofNullable(stated.get("applicant.birthDate")).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty(); // As good as missing: the rules say what follows.
        }
    }

    private static void ages(
            Map<String, String> facts, Optional<LocalDate> birthday, LocalDate today, LocalDate maturity) {
        birthday.ifPresent(born -> {
            facts.put("applicant.age", years(born, today));
            facts.put("applicant.ageAtMaturity", years(born, maturity));
        });
    }

    private static String years(LocalDate born, LocalDate then) {
        return Integer.toString(Period.between(born, then).getYears());
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    /** An object of strings, as facts are sealed. */
    public static Map<String, String> strings(String json) {
        return STRINGS.readValue(json);
    }
}
