package tallystick.bank.gateway.banks;

import java.util.function.Supplier;
import tallystick.bank.spi.RawInbound;

/** What adapters have fetched themselves goes in by the door of what banks call back, from when that door is open. */
public final class Deliveries {
    private volatile Door door = (_, _, _) -> 503;

    /** Gives the HTTP status that a caller would see. */
    @FunctionalInterface
    public interface Door {
        int receive(String bank, String channel, Supplier<RawInbound> message);
    }

    public void open(Door inbound) {
        door = inbound;
    }

    boolean deliver(String bank, RawInbound message) {
        return door.receive(bank, message.channel(), () -> message) / 100 == 2;
    }
}
