package tallystick.bank.gateway.instruction;

import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BankEvent.*;
import tallystick.bank.api.Order;
import tallystick.kernel.Id;
import tallystick.runtime.messages.StoredJson;

/** How far each instruction has come, and when its next step is due. Wakes the work when it is committed. */
public final class InstructionProgress {
    private final Runnable wakeAfterCommit;

    InstructionProgress(Runnable wakeAfterCommit) {
        this.wakeAfterCommit = wakeAfterCommit;
    }

    @EventHandler
    void on(BankEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case InstructionCommitted e -> committed(e, jdbc);
            case SubmissionStarted e -> started(e, jdbc);
            case InstructionAccepted e -> {
                refer(e.instruction().value(), e.bankReference(), jdbc);
                now(e, State.ACCEPTED, e.at(), Polling.next(0, e.at()), jdbc);
            }
            case InstructionUnknown e -> now(e, State.UNKNOWN, e.at(), Polling.next(0, e.at()), jdbc);
            case InstructionNotSent e -> now(e, State.NOT_SENT, e.at(), Polling.next(e.attempt() - 1, e.at()), jdbc);
            case InstructionConfirmed e -> {
                refer(e.instruction().value(), e.bankReference(), jdbc);
                now(e, State.CONFIRMED, e.at(), null, jdbc);
            }
            case InstructionRejected e -> {
                refer(e.instruction().value(), e.bankReference(), jdbc);
                now(e, State.REJECTED, e.at(), null, jdbc);
            }
            case InstructionReturned e -> now(e, State.RETURNED, e.at(), null, jdbc);
            case SilenceEscalated e -> escalated(e, jdbc);
            case DoubtHandedOver e ->
                jdbc.update(
                        "update bank.instructions_v1 set handed_over = true where id = ?",
                        e.instruction().value());
            case InstructionHeld e -> held(e, jdbc);
            case InstructionReconciled _, BreakOpened _, ResolutionProposed _, ResolutionApproved _, CancelAsked _ -> {}
        }
    }

    private void committed(InstructionCommitted event, JdbcTemplate jdbc) {
        var order = event.order();
        jdbc.update(
                """
                insert into bank.instructions_v1 (id, kind, bank, application, loan, currency, amount, order_json, state,
                                                  committed_at, since, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'COMMITTED', ?, ?, ?) on conflict (id) do nothing
                """,
                event.instruction().value(),
                order.kind(),
                event.bank().value(),
                text(order.application()),
                text(order.loan()),
                order.amount().currency().getCurrencyCode(),
                order.amount().amount(),
                StoredJson.mapper().writerFor(Order.class).writeValueAsString(order),
                Timestamp.from(event.at()),
                Timestamp.from(event.at()),
                Timestamp.from(event.at()));
        wakeAfterCommit.run();
    }

    /** The lease stays: whoever started the submission is at it. */
    private static void started(SubmissionStarted event, JdbcTemplate jdbc) {
        jdbc.update(
                """
                update bank.instructions_v1 set state = 'SENT', held_until = null, since = ?, submitted_at = ?, attempts = ?, looks = 0,
                       due_at = ? where id = ?
                """,
                Timestamp.from(event.at()),
                Timestamp.from(event.at()),
                event.attempt(),
                Timestamp.from(event.at().plus(Polling.OUTCOME_WITHIN)),
                event.instruction().value());
    }

    private void now(BankEvent event, State state, Instant at, @Nullable Instant due, JdbcTemplate jdbc) {
        jdbc.update(
                "update bank.instructions_v1 set state = ?, held_until = null, since = ?, due_at = ?, looks = 0,"
                        + " lease_until = null where id = ?",
                state.name(),
                Timestamp.from(at),
                due == null ? null : Timestamp.from(due),
                event.instruction().value());
        wakeAfterCommit.run();
    }

    private void escalated(SilenceEscalated event, JdbcTemplate jdbc) {
        jdbc.update(
                "update bank.instructions_v1 set looks = ?, due_at = ?, lease_until = null where id = ?",
                event.query(),
                Timestamp.from(event.nextQueryAt()),
                event.instruction().value());
        wakeAfterCommit.run();
    }

    private void held(InstructionHeld event, JdbcTemplate jdbc) {
        jdbc.update(
                "update bank.instructions_v1 set held_until = ?, due_at = ?, lease_until = null where id = ?",
                Timestamp.from(event.until()),
                Timestamp.from(event.until()),
                event.instruction().value());
        wakeAfterCommit.run();
    }

    private static void refer(String id, @Nullable String reference, JdbcTemplate jdbc) {
        if (reference != null) {
            jdbc.update("update bank.instructions_v1 set bank_reference = ? where id = ?", reference, id);
        }
    }

    private static @Nullable String text(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
