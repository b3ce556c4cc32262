package tallystick.audit.backtests;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.decisions.Judging;
import tallystick.audit.facts.Gatherer;
import tallystick.audit.facts.Packed;
import tallystick.audit.rulesets.RuleSets;
import tallystick.rules.RuleFinding;
import tallystick.runtime.sealing.Opened;
import tallystick.runtime.sealing.Sealing;

/** Lets shadows judge every case behind its decision: they read the same sealed facts, and decide nothing. */
final class Shadows {
    private final RuleSets rules;
    private final Sealing sealing;

    Shadows(RuleSets rules, Sealing sealing) {
        this.rules = rules;
        this.sealing = sealing;
    }

    @EventHandler
    void on(AuditDecided event, JdbcTemplate jdbc) {
        var shadows = rules.shadows();
        if (!shadows.isEmpty() && sealing.open(event.snapshot(), "factSnapshot") instanceof Opened.Clear clear) {
            shadows.forEach(shadow -> keep(event, shadow, Packed.text(clear), jdbc));
        }
    }

    private static void keep(AuditDecided event, RuleSets.Trial shadow, String facts, JdbcTemplate jdbc) {
        var judged = Judging.anew(shadow.policy(), Gatherer.strings(facts));
        jdbc.update(
                "insert into audit.shadow_judgements_v1 (rule_set, audit, nr, live, shadow, rate, reasons, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                shadow.set().hash(),
                event.audit().value(),
                event.nr(),
                event.outcome().name(),
                judged.verdict().name(),
                judged.annualRate(),
                judged.reasons().stream().map(RuleFinding::code).collect(Collectors.joining("|")),
                OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC));
    }
}
