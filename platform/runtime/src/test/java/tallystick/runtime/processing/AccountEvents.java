package tallystick.runtime.processing;

import java.util.Map;

/** What happens in the tests of processing. */
public final class AccountEvents {
    private AccountEvents() {}

    public record Deposited(String account, long amount) {}

    public record TransferAsked(String transfer, String from, String to) {}

    public record TransferPaid(String order) {}

    public record TransferDone(String transfer) {}

    public static final EventCatalogue CATALOGUE = () -> Map.of(
            "reference.Deposited", Deposited.class,
            "reference.TransferAsked", TransferAsked.class,
            "reference.TransferPaid", TransferPaid.class,
            "reference.TransferDone", TransferDone.class);
}
