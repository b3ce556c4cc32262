package tallystick.loan.servicing;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.LoanActivated;
import tallystick.loan.api.LoanEvent.LoanBooked;
import tallystick.loan.api.LoanEvent.LoanCancelled;
import tallystick.loan.api.LoanEvent.LoanPaidOff;
import tallystick.loan.api.LoanEvent.PayoutConfirmed;
import tallystick.loan.api.LoanEvent.PayoutReturned;
import tallystick.loan.api.LoanEvent.TransactionReversed;

/** Which loans there are and how they stand, to find them. */
final class LoanList {
    @EventHandler
    void on(LoanEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case LoanBooked e -> booked(e, jdbc);
            case PayoutConfirmed e -> state(e, LoanState.PARTLY_PAID_OUT, jdbc);
            case LoanActivated e -> state(e, LoanState.ACTIVE, jdbc);
            case PayoutReturned e -> state(e, LoanState.PAYING_OUT, jdbc);
            case LoanCancelled e -> state(e, LoanState.CANCELLED, jdbc);
            case LoanPaidOff e -> state(e, LoanState.PAID_OFF, jdbc);
            case TransactionReversed e ->
                jdbc.update(
                        "update loan.loans_v1 set state = 'ACTIVE' where id = ? and state = 'PAID_OFF'",
                        e.loan().value());
            default -> {}
        }
    }

    private static void booked(LoanBooked e, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into loan.loans_v1 (id, booked_at, state, application, product) values (?, ?, 'PAYING_OUT', ?,"
                        + " ?) on conflict (id) do nothing",
                e.loan().value(),
                OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC),
                e.application().value(),
                e.product().name());
    }

    private static void state(LoanEvent event, LoanState state, JdbcTemplate jdbc) {
        jdbc.update(
                "update loan.loans_v1 set state = ? where id = ?",
                state.name(),
                event.loan().value());
    }
}
