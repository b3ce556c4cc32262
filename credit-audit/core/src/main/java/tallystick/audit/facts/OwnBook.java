package tallystick.audit.facts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.*;
import tallystick.loan.api.LoanEvent.LoanReopened;
import tallystick.runtime.web.json.WebJson;

/** What we know of a party from its own applications and loans: our read model of other contexts' events. */
final class OwnBook {
    @EventHandler
    void on(ApplicationSubmitted event, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into audit.own_applications_v2 (application, party, open, amount, submitted_at)"
                        + " values (?, ?, true, ?, ?) on conflict (application) do nothing",
                event.application().value(),
                event.applicant().value(),
                event.amount().amount(),
                at(event.at()));
    }

    @EventHandler
    void on(ApplicationDeclined event, JdbcTemplate jdbc) {
        jdbc.update(
                "update audit.own_applications_v2 set open = false, declined_at = ? where application = ?",
                at(event.at()),
                event.application().value());
    }

    @EventHandler
    void on(ApplicationWithdrawn event, JdbcTemplate jdbc) {
        over(event, jdbc);
    }

    @EventHandler
    void on(ApplicationExpired event, JdbcTemplate jdbc) {
        over(event, jdbc);
    }

    @EventHandler
    void on(ApplicationCancelled event, JdbcTemplate jdbc) {
        over(event, jdbc);
    }

    @EventHandler
    void on(ApplicationNotPlaced event, JdbcTemplate jdbc) {
        over(event, jdbc);
    }

    @EventHandler
    void on(ApplicationFunded event, JdbcTemplate jdbc) {
        over(event, jdbc);
    }

    private static void over(ApplicationEvent event, JdbcTemplate jdbc) {
        jdbc.update(
                "update audit.own_applications_v2 set open = false where application = ?",
                event.application().value());
    }

    @EventHandler
    void on(LoanEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case LoanBooked e ->
                jdbc.update(
                        "insert into audit.own_loans_v2 (loan, application, party, state, terms)"
                                + " values (?, ?, ?, 'BOOKED', ?)"
                                + " on conflict (loan) do nothing",
                        e.loan().value(),
                        e.application().value(),
                        e.borrower().value(),
                        WebJson.get().writeValueAsString(e.terms()));
            case PayoutReduced e ->
                jdbc.update(
                        "update audit.own_loans_v2 set terms = ? where loan = ?",
                        WebJson.get().writeValueAsString(e.terms()),
                        e.loan().value());
            case LoanActivated e -> state(jdbc, e, "ACTIVE");
            case PayoutReturned e -> state(jdbc, e, "BOOKED");
            case LoanCancelled e -> state(jdbc, e, "CANCELLED");
            case LoanPaidOff e -> state(jdbc, e, "PAID_OFF");
            case LoanReopened e -> state(jdbc, e, "ACTIVE");
            case BucketChanged e ->
                jdbc.update(
                        "update audit.own_loans_v2 set overdue_days = ? where loan = ?",
                        e.to() == null ? 0 : e.overdueDays(),
                        e.loan().value());
            case LoanWrittenOff e -> worst(jdbc, e, "WRITTEN_OFF");
            case GuaranteePaid e -> worst(jdbc, e, "GUARANTOR_PAID");
            case RepaymentReceived e ->
                paid(jdbc, e, e.amount().amount(), e.parts().principal().amount());
            case TransactionReversed e ->
                paid(
                        jdbc,
                        e,
                        e.amount().amount().negate(),
                        e.parts().principal().amount().negate());
            default -> {}
        }
    }

    /** A loss that a guarantor bore first is a loss. */
    private static void worst(JdbcTemplate jdbc, LoanEvent event, String worst) {
        jdbc.update(
                "update audit.own_loans_v2 set worst = ? where loan = ? and worst is distinct from 'WRITTEN_OFF'",
                worst,
                event.loan().value());
    }

    private static void state(JdbcTemplate jdbc, LoanEvent event, String state) {
        jdbc.update(
                "update audit.own_loans_v2 set state = ? where loan = ?",
                state,
                event.loan().value());
    }

    private static void paid(
            JdbcTemplate jdbc, LoanEvent event, java.math.BigDecimal amount, java.math.BigDecimal principal) {
        jdbc.update(
                "update audit.own_loans_v2 set paid = paid + ?, principal_paid = principal_paid + ? where loan = ?",
                amount,
                principal,
                event.loan().value());
    }

    private static OffsetDateTime at(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
