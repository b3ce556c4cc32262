package tallystick.loan.servicing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.ProductId;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.LoanActivated;
import tallystick.loan.api.LoanEvent.LoanBooked;
import tallystick.loan.api.LoanEvent.LoanCancelled;
import tallystick.loan.api.LoanEvent.LoanImported;
import tallystick.loan.api.LoanEvent.LoanLeft;
import tallystick.loan.api.LoanEvent.LoanPaidOff;
import tallystick.loan.api.LoanEvent.LoanReopened;
import tallystick.loan.api.LoanEvent.LoanWithdrawn;
import tallystick.loan.api.LoanEvent.PayoutConfirmed;
import tallystick.loan.api.LoanEvent.PayoutReturned;

/** Which loans there are and how they stand, to find them. */
final class LoanList {
    @EventHandler
    void on(LoanEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case LoanBooked e -> add(e, e.application(), e.product(), e.at(), LoanState.PAYING_OUT, jdbc);
            case LoanImported e -> add(e, e.application(), e.product(), e.at(), LoanState.ACTIVE, jdbc);
            case PayoutConfirmed e -> state(e, LoanState.PARTLY_PAID_OUT, jdbc);
            case LoanActivated e -> state(e, LoanState.ACTIVE, jdbc);
            case PayoutReturned e -> state(e, LoanState.PAYING_OUT, jdbc);
            case LoanCancelled e -> state(e, LoanState.CANCELLED, jdbc);
            case LoanWithdrawn e -> state(e, LoanState.WITHDRAWN, jdbc);
            case LoanPaidOff e -> state(e, LoanState.PAID_OFF, jdbc);
            case LoanLeft e -> state(e, LoanState.SOLD, jdbc);
            case LoanReopened e -> state(e, LoanState.ACTIVE, jdbc);
            default -> {}
        }
    }

    private static void add(
            LoanEvent event,
            ApplicationId application,
            ProductId product,
            Instant at,
            LoanState state,
            JdbcTemplate jdbc) {
        jdbc.update(
                "insert into loan.loans_v1 (id, booked_at, state, application, product) values (?, ?, ?, ?, ?)"
                        + " on conflict (id) do nothing",
                event.loan().value(),
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                state.name(),
                application.value(),
                product.name());
    }

    private static void state(LoanEvent event, LoanState state, JdbcTemplate jdbc) {
        jdbc.update(
                "update loan.loans_v1 set state = ? where id = ?",
                state.name(),
                event.loan().value());
    }
}
