package tallystick.reference;

import java.time.Instant;
import tallystick.kernel.Addressed;
import tallystick.kernel.Money;

/** What one may ask of a transfer. */
public sealed interface TransferCommand extends Addressed {
    @Override
    TransferId target();

    record RequestTransfer(TransferId target, AccountId from, AccountId to, Money amount, Instant confirmBy)
            implements TransferCommand {}

    /** The money has left the paying account. */
    record HoldTransfer(TransferId target) implements TransferCommand {}

    record ConfirmTransfer(TransferId target) implements TransferCommand {}

    record ExpireTransfer(TransferId target) implements TransferCommand {}

    /** The paying account refused. */
    record RejectTransfer(TransferId target, String why) implements TransferCommand {}

    /** The money has arrived, at the receiver or back where it came from. */
    record SettleTransfer(TransferId target) implements TransferCommand {}
}
