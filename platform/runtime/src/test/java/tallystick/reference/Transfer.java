package tallystick.reference;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Refusal;
import tallystick.reference.TransferCommand.ConfirmTransfer;
import tallystick.reference.TransferCommand.ExpireTransfer;
import tallystick.reference.TransferCommand.HoldTransfer;
import tallystick.reference.TransferCommand.RejectTransfer;
import tallystick.reference.TransferCommand.RequestTransfer;
import tallystick.reference.TransferCommand.SettleTransfer;
import tallystick.reference.TransferEvent.TransferConfirmed;
import tallystick.reference.TransferEvent.TransferExpired;
import tallystick.reference.TransferEvent.TransferHeld;
import tallystick.reference.TransferEvent.TransferRejected;
import tallystick.reference.TransferEvent.TransferRequested;
import tallystick.reference.TransferEvent.TransferSettled;

/** A transfer: held, then confirmed or expired, whichever comes first and never both, then settled. */
public record Transfer(TransferId id, Status status, AccountId from, AccountId to, Money amount, Instant confirmBy) {
    /** How far it has come. */
    public enum Status {
        REQUESTED,
        HELD,
        CONFIRMED,
        EXPIRED,
        REJECTED,
        SETTLED
    }

    static List<TransferEvent> decide(TransferCommand command, @Nullable Transfer transfer) {
        if (command instanceof RequestTransfer r) {
            return transfer == null
                    ? List.of(new TransferRequested(r.target(), r.from(), r.to(), r.amount(), r.confirmBy()))
                    : List.of();
        }
        if (transfer == null) {
            throw Refusal.of(
                            "transfer-unknown",
                            "No such transfer",
                            "Expected a transfer %s; found none. Request it first.".formatted(command.target()))
                    .asException();
        }
        return transfer.decide(command);
    }

    private List<TransferEvent> decide(TransferCommand command) {
        return switch (command) {
            case RequestTransfer _ -> List.of();
            case HoldTransfer _ -> when(Status.REQUESTED, new TransferHeld(id, confirmBy));
            case RejectTransfer reject -> when(Status.REQUESTED, new TransferRejected(id, reject.why()));
            case ConfirmTransfer _ -> confirm();
            case ExpireTransfer _ -> when(Status.HELD, new TransferExpired(id, from, amount));
            case SettleTransfer _ ->
                status == Status.CONFIRMED || status == Status.EXPIRED ? List.of(new TransferSettled(id)) : List.of();
        };
    }

    private List<TransferEvent> when(Status expected, TransferEvent event) {
        return status == expected ? List.of(event) : List.of();
    }

    private List<TransferEvent> confirm() {
        return switch (status) {
            case REQUESTED, EXPIRED, REJECTED ->
                throw Refusal.of(
                                "transfer-not-held",
                                "The transfer cannot be confirmed",
                                "Expected transfer %s to be held; it is %s.".formatted(id, status))
                        .asException();
            case HELD -> List.of(new TransferConfirmed(id, from, to, amount));
            case CONFIRMED, SETTLED -> List.of();
        };
    }

    static Transfer after(@Nullable Transfer before, TransferEvent event) {
        if (event instanceof TransferRequested e) {
            return new Transfer(e.transfer(), Status.REQUESTED, e.from(), e.to(), e.amount(), e.confirmBy());
        }
        if (before == null) {
            throw new IllegalStateException("A transfer begins with TransferRequested; found " + event + ".");
        }
        return switch (event) {
            case TransferRequested _ -> before;
            case TransferHeld _ -> before.now(Status.HELD);
            case TransferConfirmed _ -> before.now(Status.CONFIRMED);
            case TransferExpired _ -> before.now(Status.EXPIRED);
            case TransferRejected _ -> before.now(Status.REJECTED);
            case TransferSettled _ -> before.now(Status.SETTLED);
        };
    }

    private Transfer now(Status next) {
        return new Transfer(id, next, from, to, amount, confirmBy);
    }
}
