package tallystick.application.parties;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.loan.api.LoanEvent.LoanPaidOff;

/** Which party takes part in which application, and whether that is over: the customer's view and the network's facts. */
final class PartyApplications {
    @EventHandler
    void on(ApplicationEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case ApplicationSubmitted e -> {
                add(e, e.applicant().value(), "APPLICANT", jdbc);
                if (e.dealer() != null) {
                    add(e, e.dealer().value(), "DEALER", jdbc);
                }
                if (e.others() != null) {
                    e.others()
                            .forEach(other -> add(
                                    e, other.party().value(), other.liability().name(), jdbc));
                }
            }
            case PayoutOrdered e ->
                jdbc.update(
                        "update application.party_applications_v1 set loan = ? where application = ?",
                        e.loan().value(),
                        e.application().value());
            case ApplicationDeclined e -> ended(e, "declined", jdbc);
            case ApplicationWithdrawn _, ApplicationExpired _, ApplicationNotPlaced _, ApplicationCancelled _ ->
                ended(event, "ended", jdbc);
            default -> {}
        }
    }

    @EventHandler
    void on(LoanPaidOff event, JdbcTemplate jdbc) {
        jdbc.update(
                "update application.party_applications_v1 set standing = 'ended', ended_at = ? where loan = ?",
                OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC),
                event.loan().value());
    }

    private static void add(ApplicationSubmitted e, String party, String role, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into application.party_applications_v1 (application, party, role, jurisdiction, at, amount,"
                        + " standing) values (?, ?, ?, ?, ?, ?, 'open') on conflict do nothing",
                e.application().value(),
                party,
                role,
                e.agreement().jurisdiction(),
                OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC),
                e.amount().amount());
    }

    private static void ended(ApplicationEvent event, String standing, JdbcTemplate jdbc) {
        jdbc.update(
                "update application.party_applications_v1 set standing = ?, ended_at = ? where application = ?",
                standing,
                OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC),
                event.application().value());
    }
}
