package tallystick.audit.decisions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tallystick.audit.api.Asked;
import tallystick.audit.api.AuditCommand.RecordDecision;
import tallystick.audit.api.AuditEvent.AuditOpened;
import tallystick.audit.api.CounterOffer;
import tallystick.audit.api.Finding;
import tallystick.audit.api.Gap;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.Reason;
import tallystick.audit.facts.Gatherer;
import tallystick.audit.facts.Packed;
import tallystick.audit.rulesets.RuleSets;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;
import tallystick.kernel.Sha256;
import tallystick.rules.CounterOfferSearch;
import tallystick.rules.Evaluation;
import tallystick.rules.Policy;
import tallystick.rules.RuleFinding;
import tallystick.rules.Verdict;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.json.WebJson;

/** Gathers what is known, runs the live rules, and puts everything a replay needs into one command. */
public final class Evaluator {
    private final RuleSets rules;
    private final Gatherer gatherer;
    private final Sealing sealing;
    private final InstantSource clock;
    private final LiveDecisions live;

    Evaluator(RuleSets rules, Gatherer gatherer, Sealing sealing, InstantSource clock, LiveDecisions live) {
        this.live = live;
        this.rules = rules;
        this.gatherer = gatherer;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** What the rules say about a case now, as the command that records it. */
    public RecordDecision decision(AuditOpened opened) {
        live.begun();
        var at = clock.instant();
        var deciding = rules.deciding(opened.audit());
        var gathered = gatherer.gather(opened, at);
        return command(opened, deciding, Judging.of(deciding, gathered.facts()), gathered.gaps(), at);
    }

    private RecordDecision command(AuditOpened opened, Policy rules, Judging judged, List<Gap> gaps, Instant at) {
        var asked = opened.asked();
        var facts = judged.facts();
        var evaluation = judged.evaluation();
        var snapshot = WebJson.get().writeValueAsString(facts);
        var limit = evaluation.limit();
        var rate = evaluation.annualRate();
        return new RecordDecision(
                opened.audit(),
                rules.credit().hash(),
                Outcome.valueOf(evaluation.verdict().name()),
                evaluation.score(),
                evaluation.grade(),
                limit == null ? null : new Money(asked.amount().currency(), limit),
                rate == null ? null : new Rate(rate),
                evaluation.reasons().stream()
                        .map(finding -> new Reason(finding.code(), finding.text()))
                        .toList(),
                findings(evaluation),
                gaps,
                counterOffers(rules, facts, asked, evaluation),
                sealed(opened.applicant(), "factSnapshot", snapshot),
                Sha256.hex(snapshot),
                sealed(opened.applicant(), "findingEvidence", Evidence.json(evaluation.findings())),
                at,
                new Money(asked.amount().currency(), new BigDecimal(facts.getOrDefault("own.exposure", "0"))),
                facts.get("product"),
                rules.pricing() == null ? null : rules.pricing().hash());
    }

    private Sealed sealed(PartyId party, String field, String clear) {
        return sealing.seal(party.value(), Sealed.Purpose.FACTS, field, Packed.pack(clear));
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
                    finding.file(),
                    finding.row()));
        }
        return findings;
    }

    /** The same rules over smaller amounts: the nearest two that would be approved. */
    private static List<CounterOffer> counterOffers(
            Policy rules, Map<String, String> facts, Asked asked, Evaluation evaluation) {
        if (evaluation.verdict() != Verdict.DECLINE || isAboutThePerson(evaluation)) {
            return List.of();
        }
        var wanted = asked.amount().amount();
        return new CounterOfferSearch(smaller(wanted), List.of(), 2)
                .nearest(wanted, asked.count(), (amount, count) -> Judging.with(rules, facts, amount, count)).stream()
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

    /** No other amount makes somebody older. */
    private static boolean isAboutThePerson(Evaluation evaluation) {
        return evaluation.findings().stream()
                .filter(finding -> finding.severity() == RuleFinding.Severity.KNOCK_OUT)
                .anyMatch(finding -> !finding.smallerHelps());
    }
}
