package tallystick.audit.rulesets;

import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.audit.api.RuleSetEvent;
import tallystick.audit.api.RuleSetEvent.*;

/** Which sets decide, share, shadow, or may decide next: what every node looks at. */
final class RulesInForce {
    @EventHandler
    void on(RuleSetEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case RuleSetShipped e -> live(jdbc, e);
            case RuleSetApproved e -> add(jdbc, e);
            case RuleSetActivated e -> live(jdbc, e);
            case RuleSetShadowed e -> {
                add(jdbc, e);
                jdbc.update("update audit.rules_in_force_v1 set shadow = ? where hash = ?", e.on(), e.hash());
            }
            case RuleSetShared e -> {
                add(jdbc, e);
                jdbc.update("update audit.rules_in_force_v1 set share = ? where hash = ?", e.share(), e.hash());
            }
            case RuleSetDrafted _, RuleSetChecked _, RuleSetBacktested _ -> {}
        }
    }

    private static void add(JdbcTemplate jdbc, RuleSetEvent event) {
        jdbc.update(
                "insert into audit.rules_in_force_v1 (hash, kind) values (?, ?) on conflict do nothing",
                event.hash(),
                event.desk().kind());
    }

    /** One statement retires the former one and makes this one live: nobody sees half of it. */
    private static void live(JdbcTemplate jdbc, RuleSetEvent event) {
        add(jdbc, event);
        jdbc.update(
                "update audit.rules_in_force_v1 set live = (hash = ?), share = case when hash = ? then 0 else share"
                        + " end, shadow = shadow and hash <> ? where kind = ?",
                event.hash(),
                event.hash(),
                event.hash(),
                event.desk().kind());
    }
}
