package tallystick.audit.decisions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.AuditCommand;
import tallystick.audit.api.AuditCommand.OpenAudit;
import tallystick.audit.api.AuditCommand.RecordDecision;
import tallystick.audit.api.AuditEvent;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.AuditEvent.AuditOpened;
import tallystick.kernel.Refusal;

/** One audit: opened with what the applicant stated, decided once by the rules. */
public record Audit(AuditOpened opened, List<AuditDecided> decisions) {
    public Audit {
        decisions = List.copyOf(decisions);
    }

    /** Public names: OPEN is over at once, since gathering starts by itself. */
    String state() {
        return decisions.isEmpty() ? "GATHERING" : "DECIDED";
    }

    static List<AuditEvent> decide(AuditCommand command, @Nullable Audit is) {
        return switch (command) {
            case OpenAudit c ->
                is == null
                        ? List.of(new AuditOpened(
                                c.target(), c.application(), c.applicant(), c.officer(), c.asked(), c.facts(), c.at()))
                        : List.of();
            case RecordDecision c
            when is == null ->
                throw Refusal.of(
                                "audit-unknown",
                                "No such audit",
                                "Expected an audit %s; found none. Open it first.".formatted(c.target()))
                        .asException();
            // A second evaluation of the same audit, after a crash, decides nothing new.
            case RecordDecision c -> is.decisions.isEmpty() ? List.of(is.decided(c)) : List.of();
        };
    }

    private AuditDecided decided(RecordDecision c) {
        return new AuditDecided(
                c.target(),
                opened.application(),
                opened.applicant(),
                opened.officer(),
                opened.asked(),
                decisions.size() + 1,
                c.ruleSet(),
                c.outcome(),
                c.score(),
                c.grade(),
                c.limit(),
                c.annualRate(),
                c.reasons(),
                c.findings(),
                c.gaps(),
                c.counterOffers(),
                c.snapshot(),
                c.factsHash(),
                c.evidence(),
                c.at(),
                c.exposure(),
                c.kind(),
                c.pricingSet());
    }

    static Audit after(@Nullable Audit before, AuditEvent event) {
        return switch (event) {
            case AuditOpened e -> new Audit(e, List.of());
            case AuditDecided e -> {
                if (before == null) {
                    throw new IllegalStateException("An audit begins with AuditOpened; found " + event + ".");
                }
                var all = new ArrayList<>(before.decisions);
                all.add(e);
                yield new Audit(before.opened, all);
            }
        };
    }
}
