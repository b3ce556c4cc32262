package tallystick.loan.collateral;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.loan.api.CollateralEvent;
import tallystick.loan.api.CollateralEvent.ChargeRegistered;
import tallystick.loan.api.CollateralEvent.CollateralMissed;
import tallystick.loan.api.CollateralEvent.CollateralPledged;
import tallystick.loan.api.CollateralEvent.CollateralReleased;
import tallystick.loan.api.CollateralEvent.CollateralRepossessed;
import tallystick.loan.api.CollateralEvent.CollateralSold;
import tallystick.loan.api.CollateralEvent.CollateralTransferred;

/** What secures which loan, to find it. */
final class CollateralList {
    @EventHandler
    void on(CollateralEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case CollateralPledged e ->
                jdbc.update(
                        "insert into loan.collateral_v1 (id, pledged_at, loan, state) values (?, ?, ?, 'PLEDGED')"
                                + " on conflict (id) do nothing",
                        e.collateral().value(),
                        OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC),
                        e.loan().value());
            case CollateralRepossessed _ -> state(event, Collateral.State.REPOSSESSED, jdbc);
            case CollateralSold _ -> state(event, Collateral.State.SOLD, jdbc);
            case CollateralReleased _ -> state(event, Collateral.State.RELEASED, jdbc);
            case CollateralMissed _ -> state(event, Collateral.State.MISSED, jdbc);
            case ChargeRegistered _, CollateralTransferred _ -> secured(event, jdbc);
            default -> {}
        }
    }

    private static void secured(CollateralEvent event, JdbcTemplate jdbc) {
        jdbc.update(
                "update loan.collateral_v1 set state = 'PLEDGED' where id = ? and state = 'MISSED'",
                event.collateral().value());
    }

    private static void state(CollateralEvent event, Collateral.State state, JdbcTemplate jdbc) {
        jdbc.update(
                "update loan.collateral_v1 set state = ? where id = ?",
                state.name(),
                event.collateral().value());
    }
}
