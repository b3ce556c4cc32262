package tallystick.application.lines;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.FundingLineEvent;
import tallystick.application.api.FundingLineEvent.*;
import tallystick.application.api.FundingLineEvent.LimitProposed;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.FundingLineId;
import tallystick.runtime.deadlines.Deadlines;

/** Which lines there are, what each application has of them, and when a reservation ends by itself. */
final class ReservationList {
    static final String RESERVATION = "reservation";

    @EventHandler
    void on(FundingLineEvent event, JdbcTemplate jdbc, Deadlines deadlines) {
        switch (event) {
            case LineProposed e ->
                jdbc.update(
                        "insert into application.funding_lines_v1 (id, proposed_at) values (?, ?) on conflict (id) do"
                                + " nothing",
                        e.line().value(),
                        OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC));
            case LineReserved e -> {
                jdbc.update(
                        "insert into application.reservations_v1 (line, application, placement, amount, currency,"
                                + " state, at) values (?, ?, ?, ?, ?, 'RESERVED', ?) on conflict do nothing",
                        e.line().value(),
                        e.application().value(),
                        e.placement(),
                        e.amount().amount(),
                        e.amount().currency().getCurrencyCode(),
                        OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC));
                deadlines.set(RESERVATION, wait(e.line(), e.application(), e.placement()), e.expiresAt());
            }
            case ReservationHeld e -> deadlines.clear(RESERVATION, wait(e.line(), e.application(), e.placement()));
            case ReservationConfirmed e -> {
                deadlines.clear(RESERVATION, wait(e.line(), e.application(), e.placement()));
                state(jdbc, e.line(), e.application(), e.placement(), "CONFIRMED");
            }
            case ReservationReleased e -> {
                deadlines.clear(RESERVATION, wait(e.line(), e.application(), e.placement()));
                state(jdbc, e.line(), e.application(), e.placement(), "RELEASED");
            }
            case ReservationExpired e -> {
                deadlines.clear(RESERVATION, wait(e.line(), e.application(), e.placement()));
                state(jdbc, e.line(), e.application(), e.placement(), "EXPIRED");
            }
            case LineApproved _, LimitProposed _, LimitChanged _ -> {}
        }
    }

    static String wait(FundingLineId line, ApplicationId application, int placement) {
        return line + "/" + application + "/" + placement;
    }

    private static void state(
            JdbcTemplate jdbc, FundingLineId line, ApplicationId application, int placement, String state) {
        jdbc.update(
                "update application.reservations_v1 set state = ? where line = ? and application = ? and placement = ?",
                state,
                line.value(),
                application.value(),
                placement);
    }
}
