package tallystick.application.placement;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.ApplicationEvent.ApplicationNotPlaced;
import tallystick.application.api.ApplicationEvent.PlacementApproved;
import tallystick.application.api.ApplicationEvent.PlacementDeclined;
import tallystick.application.api.ApplicationEvent.PlacementRefused;
import tallystick.application.api.ApplicationEvent.PlacementStarted;
import tallystick.application.api.ApplicationEvent.PlacementUnknown;
import tallystick.application.api.ApplicationEvent.SmallerLoanTaken;
import tallystick.application.api.ApplicationEvent.StandbyStoodIn;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Share;
import tallystick.bank.api.BankCommand.BankTerms;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.web.json.WebJson;

/** How each programme that was considered stands, as the application tells; what became of its reservation the lines tell. */
final class PlacementView {
    @EventHandler
    void on(PlacementStarted event, JdbcTemplate jdbc) {
        considered(event.application(), event.considered(), jdbc);
        jdbc.update(
                "update application.placements_v1 set state = 'SUBMITTED', instruction = ? where application = ? and"
                        + " nr = ?",
                event.instruction().value(),
                event.application().value(),
                event.placement());
    }

    @EventHandler
    void on(ApplicationNotPlaced event, JdbcTemplate jdbc) {
        considered(event.application(), event.considered(), jdbc);
    }

    private static void considered(ApplicationId application, List<Considered> considered, JdbcTemplate jdbc) {
        considered.forEach(programme -> jdbc.update(
                "insert into application.placements_v1 (application, nr, bank, programme, rank, state, skipped, line,"
                    + " shares) values (?, ?, ?, ?, ?, 'SKIPPED', cast(? as jsonb), ?, cast(? as jsonb)) on conflict"
                    + " (application, nr) do update set rank = excluded.rank, skipped = excluded.skipped",
                application.value(),
                programme.nr(),
                programme.bank().value(),
                programme.programme().name(),
                programme.rank(),
                WebJson.get().writeValueAsString(programme.skipped()),
                programme.fundingLine() == null ? null : programme.fundingLine().value(),
                programme.shares() == null ? null : WebJson.get().writeValueAsString(programme.shares())));
    }

    @EventHandler
    void on(PlacementApproved event, JdbcTemplate jdbc) {
        state(jdbc, event.application(), event.placement(), event.changed() ? "APPROVED_CHANGED" : "APPROVED");
        if (event.changed()) {
            var terms = new BankTerms(event.amount(), event.annualRate(), event.count());
            jdbc.update(
                    "update application.placements_v1 set terms = cast(? as jsonb) where application = ? and nr = ?",
                    WebJson.get().writeValueAsString(terms),
                    event.application().value(),
                    event.placement());
        }
    }

    @EventHandler
    void on(PlacementDeclined event, JdbcTemplate jdbc) {
        state(jdbc, event.application(), event.placement(), "DECLINED");
    }

    /** Its yes is cancelled at the bank. */
    @EventHandler
    void on(PlacementRefused event, JdbcTemplate jdbc) {
        state(jdbc, event.application(), event.placement(), "CANCELLED");
    }

    @EventHandler
    void on(PlacementUnknown event, JdbcTemplate jdbc) {
        state(jdbc, event.application(), event.placement(), "UNKNOWN");
    }

    @EventHandler
    void on(StandbyStoodIn event, JdbcTemplate jdbc) {
        lentBy(event.shares(), event.application(), event.placement(), jdbc);
    }

    @EventHandler
    void on(SmallerLoanTaken event, JdbcTemplate jdbc) {
        lentBy(event.shares(), event.application(), event.placement(), jdbc);
    }

    private static void lentBy(List<Share> shares, ApplicationId application, int nr, JdbcTemplate jdbc) {
        jdbc.update(
                "update application.placements_v1 set shares = cast(? as jsonb) where application = ? and nr = ?",
                WebJson.get().writeValueAsString(shares),
                application.value(),
                nr);
    }

    private static void state(JdbcTemplate jdbc, ApplicationId application, int nr, String state) {
        jdbc.update(
                "update application.placements_v1 set state = ? where application = ? and nr = ?",
                state,
                application.value(),
                nr);
    }
}
