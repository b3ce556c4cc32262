package tallystick.audit.decisions;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Reason;

/** Every decision by its time, with its sealed facts: what backtests and nightly replays read. */
final class DecisionList {
    @EventHandler
    void on(AuditDecided event, JdbcTemplate jdbc) {
        var rate = event.annualRate();
        jdbc.update(
                "insert into audit.decisions_v1 (audit, nr, application, product, channel, rule_set, outcome, rate,"
                        + " reasons, party, epoch, sealed, decided_at, pricing_set)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                event.audit().value(),
                event.nr(),
                event.application().value(),
                event.asked().product().name(),
                event.asked().channel(),
                event.ruleSet(),
                event.outcome().name(),
                rate == null ? null : rate.perYear(),
                event.reasons().stream().map(Reason::code).collect(Collectors.joining("|")),
                event.snapshot().subject(),
                event.snapshot().epoch(),
                event.snapshot().bytes(),
                OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC),
                event.pricingSet());
    }
}
