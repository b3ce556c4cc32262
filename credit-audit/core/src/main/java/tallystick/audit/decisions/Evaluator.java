package tallystick.audit.decisions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.audit.api.Asked;
import tallystick.audit.api.AuditCommand.RecordDecision;
import tallystick.audit.api.AuditEvent.AuditOpened;
import tallystick.audit.api.CounterOffer;
import tallystick.audit.api.Finding;
import tallystick.audit.api.Gap;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.Reason;
import tallystick.audit.rulesets.RuleSets;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;
import tallystick.kernel.Sha256;
import tallystick.rules.CounterOfferSearch;
import tallystick.rules.Evaluation;
import tallystick.rules.FactSheet;
import tallystick.rules.RuleFinding;
import tallystick.rules.RuleSet;
import tallystick.rules.Verdict;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.json.WebJson;

/** Gathers what is known, runs the live rules, and puts everything a replay needs into one command. */
public final class Evaluator {
    private final RuleSets rules;
    private final Sealing sealing;
    private final JdbcClient database;
    private final InstantSource clock;

    Evaluator(RuleSets rules, Sealing sealing, JdbcClient database, InstantSource clock) {
        this.rules = rules;
        this.sealing = sealing;
        this.database = database;
        this.clock = clock;
    }

    RecordDecision decision(AuditOpened opened) {
        var at = clock.instant();
        var live = rules.live();
        var asked = opened.asked();
        var sheet = withObligations(live, facts(opened, at), asked.amount().amount(), asked.count());
        return command(opened, live, sheet, live.evaluate(FactSheet.of(sheet)), at);
    }

    /** The price comes first, since what an instalment takes of the income depends on it. */
    private static Map<String, String> withObligations(
            RuleSet live, Map<String, String> facts, BigDecimal amount, int count) {
        var priced = live.evaluate(FactSheet.of(facts)).annualRate();
        var income = facts.get("income.monthly");
        if (priced == null || income == null || new BigDecimal(income).signum() <= 0) {
            return facts;
        }
        var all = new TreeMap<>(facts);
        var instalment = Instalment.of(amount, priced, count);
        all.put(
                "dti",
                instalment
                        .divide(new BigDecimal(income), 2, RoundingMode.HALF_EVEN)
                        .toPlainString());
        return all;
    }

    private Map<String, String> facts(AuditOpened opened, Instant at) {
        var asked = opened.asked();
        var facts = new TreeMap<String, String>();
        var stated = stated(opened.facts());
        stated.forEach((name, value) -> {
            if (name.startsWith("consent.")) {
                facts.put(name, value);
            }
        });
        put(facts, "income.monthly", stated.get("applicant.monthlyIncome"));
        put(facts, "purpose", asked.purpose());
        put(facts, "channel", asked.channel());
        facts.put("amount", asked.amount().amount().toPlainString());
        facts.put("count", Integer.toString(asked.count()));
        facts.put("gap.bureau", "NOT_CONNECTED");
        ages(
                facts,
                stated.get("applicant.birthDate"),
                Jurisdiction.named(asked.jurisdiction()).dateAt(at),
                asked.count());
        facts.putAll(OwnBook.facts(database, opened.applicant(), opened.application(), at));
        return facts;
    }

    private static void ages(Map<String, String> facts, @Nullable String born, LocalDate today, int months) {
        if (born != null) {
            var birthday = LocalDate.parse(born);
            facts.put(
                    "applicant.age",
                    Integer.toString(Period.between(birthday, today).getYears()));
            facts.put(
                    "applicant.ageAtMaturity",
                    Integer.toString(
                            Period.between(birthday, today.plusMonths(months)).getYears()));
        }
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private Map<String, String> stated(Sealed facts) {
        return strings(sealing.open(facts, "applicationFacts").textOr(_ -> "{}"));
    }

    static Map<String, String> strings(String json) {
        var read = new TreeMap<String, String>();
        WebJson.get()
                .readTree(json)
                .properties()
                .forEach(field -> read.put(field.getKey(), field.getValue().asString()));
        return read;
    }

    private RecordDecision command(
            AuditOpened opened, RuleSet live, Map<String, String> facts, Evaluation evaluation, Instant at) {
        var asked = opened.asked();
        var snapshot = WebJson.get().writeValueAsString(new TreeMap<>(facts));
        var limit = evaluation.limit();
        var rate = evaluation.annualRate();
        return new RecordDecision(
                opened.audit(),
                live.hash(),
                Outcome.valueOf(evaluation.verdict().name()),
                evaluation.score(),
                evaluation.grade(),
                limit == null ? null : new Money(asked.amount().currency(), limit),
                rate == null ? null : new Rate(rate),
                evaluation.reasons().stream()
                        .map(finding -> new Reason(finding.code(), finding.text()))
                        .toList(),
                findings(evaluation),
                List.of(new Gap("bureau", "NOT_CONNECTED")),
                counterOffers(live, facts, asked, evaluation),
                sealed(opened.applicant(), "factSnapshot", snapshot),
                Sha256.hex(snapshot),
                sealed(opened.applicant(), "findingEvidence", Evidence.json(evaluation.findings())),
                at);
    }

    private Sealed sealed(PartyId party, String field, String clear) {
        return sealing.seal(party.value(), Sealed.Purpose.FACTS, field, clear);
    }

    private static List<Finding> findings(Evaluation evaluation) {
        var findings = new ArrayList<Finding>();
        for (var finding : evaluation.findings()) {
            findings.add(new Finding(
                    findings.size() + 1,
                    finding.code(),
                    Finding.Severity.valueOf(finding.severity().name()),
                    finding.rank(),
                    finding.text(),
                    finding.bureau(),
                    finding.rule(),
                    "credit/" + finding.file(),
                    finding.row()));
        }
        return findings;
    }

    /** The same rules over smaller amounts: the nearest two that would be approved. */
    private static List<CounterOffer> counterOffers(
            RuleSet live, Map<String, String> facts, Asked asked, Evaluation evaluation) {
        if (evaluation.verdict() != Verdict.DECLINE || isAboutThePerson(evaluation)) {
            return List.of();
        }
        var wanted = asked.amount().amount();
        return new CounterOfferSearch(smaller(wanted), List.of(), 2)
                .nearest(wanted, asked.count(), (amount, count) -> again(live, facts, amount, count)).stream()
                        .map(found -> new CounterOffer(
                                new Money(asked.amount().currency(), found.amount()),
                                found.count(),
                                found.changed().stream().map(Enum::name).toList()))
                        .toList();
    }

    /** Nine tenths, eight tenths and so on, down to whole hundreds. */
    private static List<BigDecimal> smaller(BigDecimal wanted) {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(tenths -> wanted.multiply(BigDecimal.valueOf(tenths))
                        .movePointLeft(1)
                        .setScale(-2, RoundingMode.DOWN))
                .toList();
    }

    private static Evaluation again(RuleSet live, Map<String, String> facts, BigDecimal amount, int count) {
        var other = new TreeMap<>(facts);
        other.remove("dti");
        other.put("amount", amount.toPlainString());
        return live.evaluate(FactSheet.of(withObligations(live, other, amount, count)));
    }

    /** No other amount makes somebody older. */
    private static boolean isAboutThePerson(Evaluation evaluation) {
        return evaluation.findings().stream()
                .filter(finding -> finding.severity() == RuleFinding.Severity.KNOCK_OUT)
                .anyMatch(finding ->
                        !finding.code().startsWith("AFF-DSR") && !finding.code().startsWith("LIM"));
    }
}
