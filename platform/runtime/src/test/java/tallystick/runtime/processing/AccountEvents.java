package tallystick.runtime.processing;

/** What happens in the tests of processing. */
public sealed interface AccountEvents {
    record Deposited(String account, long amount) implements AccountEvents {}

    record TransferAsked(String transfer, String from, String to) implements AccountEvents {}

    record TransferPaid(String order) implements AccountEvents {}

    record TransferDone(String transfer) implements AccountEvents {}
}
