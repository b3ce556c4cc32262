package tallystick.reference;

import java.time.Instant;
import tallystick.kernel.Money;

/** Everything that can happen to a transfer. */
public sealed interface TransferEvent {
    TransferId transfer();

    record TransferRequested(TransferId transfer, AccountId from, AccountId to, Money amount, Instant confirmBy)
            implements TransferEvent {}

    record TransferHeld(TransferId transfer, Instant confirmBy) implements TransferEvent {}

    record TransferConfirmed(TransferId transfer, AccountId from, AccountId to, Money amount)
            implements TransferEvent {}

    record TransferExpired(TransferId transfer, AccountId from, Money amount) implements TransferEvent {}

    record TransferRejected(TransferId transfer, String why) implements TransferEvent {}

    record TransferSettled(TransferId transfer) implements TransferEvent {}
}
