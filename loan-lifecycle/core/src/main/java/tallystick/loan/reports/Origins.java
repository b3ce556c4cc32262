package tallystick.loan.reports;

import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.ApplicationEvent.PayoutOrdered;
import tallystick.audit.api.AuditEvent.AuditDecided;

/** Where loans came from, as their applications and audits tell: the last decision counts. */
final class Origins {
    @EventHandler
    void on(PayoutOrdered event, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into loan.origins_v1 (application, dealer) values (?, ?)"
                        + " on conflict (application) do update set dealer = excluded.dealer",
                event.application().value(),
                event.dealer() == null ? null : event.dealer().value());
    }

    @EventHandler
    void on(AuditDecided event, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into loan.origins_v1 (application, officer, rule_set) values (?, ?, ?) on conflict"
                        + " (application) do update set officer = excluded.officer, rule_set = excluded.rule_set",
                event.application().value(),
                event.officer(),
                event.ruleSet());
    }
}
