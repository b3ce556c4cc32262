package tallystick.loan.suspense;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.loan.api.SuspenseCommand;
import tallystick.loan.api.SuspenseCommand.FailSuspenseRefund;
import tallystick.loan.api.SuspenseCommand.MoveSuspense;
import tallystick.loan.api.SuspenseCommand.OpenSuspense;
import tallystick.loan.api.SuspenseCommand.RefundSuspense;
import tallystick.loan.api.SuspenseCommand.ReturnSuspense;
import tallystick.loan.api.SuspenseEvent;
import tallystick.loan.api.SuspenseEvent.SuspenseMoved;
import tallystick.loan.api.SuspenseEvent.SuspenseOpened;
import tallystick.loan.api.SuspenseEvent.SuspenseProposed;
import tallystick.loan.api.SuspenseEvent.SuspenseRefundFailed;
import tallystick.loan.api.SuspenseEvent.SuspenseRefunded;
import tallystick.loan.api.SuspenseEvent.SuspenseReturned;
import tallystick.runtime.approval.FourEyes;
import tallystick.runtime.decide.Decider;

/** What may happen to money in suspense: it leaves once, as a whole, and above a limit by two people. */
final class Suspenses implements Decider<SuspenseCommand, SuspenseEvent, Suspense> {
    @Override
    public String kind() {
        return "suspense";
    }

    @Override
    public Class<SuspenseCommand> commands() {
        return SuspenseCommand.class;
    }

    @Override
    public Class<SuspenseEvent> events() {
        return SuspenseEvent.class;
    }

    @Override
    public Class<Suspense> states() {
        return Suspense.class;
    }

    @Override
    public List<SuspenseEvent> decide(SuspenseCommand command, @Nullable Suspense is) {
        if (command instanceof OpenSuspense c) {
            return is == null ? List.of(opened(c)) : List.of();
        }
        if (is == null) {
            throw no("suspense-unknown", "No such money", "Expected money %s; found none.".formatted(command.target()));
        }
        return switch (command) {
            case OpenSuspense _ -> List.of();
            case MoveSuspense c ->
                leaves(
                        is,
                        c.loan().value(),
                        c.limit(),
                        c.by(),
                        c.at(),
                        () -> new SuspenseMoved(
                                is.id(), c.loan(), is.amount(), is.valueDate(), c.bookingDate(), c.by(), c.at()));
            case RefundSuspense c -> refund(c, is);
            case FailSuspenseRefund c -> notRefunded(c, is);
            case ReturnSuspense c -> takenBack(c, is);
        };
    }

    /** What a bank is ordered to pay two people decide, as they do of a credit balance. */
    private static List<SuspenseEvent> refund(RefundSuspense c, Suspense is) {
        var reference = c.reference() == null ? is.order().value() : c.reference();
        if (c.hold() != null && !reference.equals(is.went())) {
            throw no(
                    "on-hold",
                    "The loan is on hold",
                    "Expected the loan that held %s to be without a hold; it is held: %s. Have it lifted first."
                            .formatted(is.id(), c.hold()));
        }
        return leaves(
                is,
                reference,
                c.to() == null ? c.limit() : Money.zero(is.amount().currency()),
                c.by(),
                c.at(),
                () -> new SuspenseRefunded(is.id(), is.amount(), reference, c.bookingDate(), c.by(), c.at(), c.to()));
    }

    /** Of the last order; what is told of an earlier one is known. */
    private static List<SuspenseEvent> notRefunded(FailSuspenseRefund c, Suspense is) {
        var reference = c.instruction().value();
        var loan = is.heldFor();
        return loan != null && is.state() == Suspense.State.REFUNDED && reference.equals(is.went())
                ? List.of(new SuspenseRefundFailed(
                        is.id(), is.amount(), reference, c.reason(), c.bookingDate(), c.at(), loan))
                : List.of();
    }

    private static SuspenseOpened opened(OpenSuspense c) {
        return new SuspenseOpened(
                c.target(),
                c.amount(),
                c.valueDate(),
                c.reference(),
                c.why(),
                c.heldFor(),
                c.bookingDate(),
                c.by(),
                c.at());
    }

    private static List<SuspenseEvent> leaves(
            Suspense is,
            String to,
            Money limit,
            String by,
            Instant at,
            java.util.function.Supplier<SuspenseEvent> how) {
        if (to.equals(is.went())) {
            return List.of();
        }
        here(is);
        var proposedBy = is.proposedBy();
        if (!is.amount().isMoreThan(limit) || (to.equals(is.proposed()) && !by.equals(proposedBy))) {
            return List.of(how.get());
        }
        if (to.equals(is.proposed())) {
            throw FourEyes.another(
                    "Expected somebody other than %s, who asked for this; found the same. Ask a colleague."
                            .formatted(by));
        }
        return List.of(new SuspenseProposed(is.id(), to, by, at));
    }

    private static void here(Suspense is) {
        if (is.state() != Suspense.State.OPEN) {
            throw no(
                    HeldMoney.GONE,
                    "The money has left",
                    "Expected %s to be here; it is %s, to %s. Nothing is left to do."
                            .formatted(is.id(), is.state(), is.went()));
        }
    }

    private static List<SuspenseEvent> takenBack(ReturnSuspense c, Suspense is) {
        if (c.reference().equals(is.went())) {
            return List.of();
        }
        here(is);
        return List.of(new SuspenseReturned(is.id(), is.amount(), c.reference(), c.bookingDate(), c.at()));
    }

    private static Refused no(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }

    @Override
    public Suspense after(@Nullable Suspense is, SuspenseEvent event) {
        if (event instanceof SuspenseOpened e) {
            return Suspense.of(e);
        }
        if (is == null) {
            throw new IllegalStateException("Money in suspense begins with SuspenseOpened; found " + event + ".");
        }
        return switch (event) {
            case SuspenseOpened _ -> is;
            case SuspenseProposed e -> is.proposing(e.what(), e.by());
            case SuspenseMoved e -> is.gone(Suspense.State.MOVED, e.loan().value());
            case SuspenseRefunded e -> refunded(is, e);
            case SuspenseRefundFailed _ -> is.hereAgain();
            case SuspenseReturned e -> is.gone(Suspense.State.RETURNED, e.reference());
        };
    }

    private static Suspense refunded(Suspense is, SuspenseRefunded e) {
        var gone = is.gone(Suspense.State.REFUNDED, e.reference());
        return e.to() == null ? gone : gone.ordered();
    }
}
