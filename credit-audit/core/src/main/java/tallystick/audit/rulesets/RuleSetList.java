package tallystick.audit.rulesets;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.audit.api.RuleSetEvent;
import tallystick.audit.api.RuleSetEvent.*;
import tallystick.audit.rulesets.StoredSet.State;

/** How far each set is, and which of them decide, share or shadow: what every node looks at. */
final class RuleSetList {
    @EventHandler
    void on(RuleSetEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case RuleSetShipped e -> add(jdbc, e, State.LIVE);
            case RuleSetDrafted e -> add(jdbc, e, State.DRAFT);
            case RuleSetChecked e ->
                jdbc.update(
                        "update audit.rule_desk_v1 set state = ? where hash = ? and state in ('DRAFT', 'CHECKED',"
                                + " 'BACKTESTED')",
                        (e.report().passed() ? State.CHECKED : State.DRAFT).name(),
                        e.hash());
            case RuleSetBacktested e ->
                jdbc.update(
                        "update audit.rule_desk_v1 set state = 'BACKTESTED' where hash = ? and state = 'CHECKED'",
                        e.hash());
            case RuleSetApproved e ->
                jdbc.update("update audit.rule_desk_v1 set state = 'APPROVED' where hash = ?", e.hash());
            case RuleSetActivated e -> activate(jdbc, e);
            case RuleSetRetired e ->
                jdbc.update(
                        "update audit.rule_desk_v1 set share = 0, shadow = false, state = 'RETIRED' where hash = ?",
                        e.hash());
            case RuleSetShadowed e ->
                jdbc.update("update audit.rule_desk_v1 set shadow = ? where hash = ?", e.on(), e.hash());
            case RuleSetShared e ->
                jdbc.update("update audit.rule_desk_v1 set share = ? where hash = ?", e.share(), e.hash());
        }
    }

    private static void add(JdbcTemplate jdbc, RuleSetEvent event, State state) {
        jdbc.update(
                "insert into audit.rule_desk_v1 (hash, kind, state, drafted_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                event.hash(),
                event.desk().kind(),
                state.name(),
                OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC));
    }

    /** One statement retires the former one and makes this one live: nobody sees half of it. */
    private static void activate(JdbcTemplate jdbc, RuleSetActivated event) {
        jdbc.update(
                "update audit.rule_desk_v1 set share = 0, shadow = false,"
                        + " state = case when hash = ? then 'LIVE' else 'RETIRED' end where hash in (?, ?)",
                event.hash(),
                event.hash(),
                event.former() == null ? event.hash() : event.former());
    }
}
