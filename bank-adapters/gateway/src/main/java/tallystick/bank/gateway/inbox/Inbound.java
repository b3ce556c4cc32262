package tallystick.bank.gateway.inbox;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.bank.gateway.banks.Bank;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.RawInbound;

/**
 * The door for what banks send: verified, kept as it came, answered, and only then worked off. To whoever is not the bank
 * it says nothing but no.
 */
public final class Inbound {
    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);
    private static final int TAKEN = 204;
    private static final int NOWHERE = 404;

    private final Banks banks;
    private final Inbox inbox;
    private final InboxBreaks breaks;

    Inbound(Banks banks, Inbox inbox, InboxBreaks breaks) {
        this.banks = banks;
        this.inbox = inbox;
        this.breaks = breaks;
    }

    /**
     * The HTTP status to answer with.
     *
     * @param message read only when there is such a bank and channel
     */
    public int receive(String bank, String channel, Supplier<RawInbound> message) {
        return banks.find(bank)
                .filter(known -> known.capabilities().channels().contains(channel))
                .map(known -> receive(known, message.get()))
                .orElse(NOWHERE);
    }

    private int receive(Bank bank, RawInbound message) {
        return switch (bank.receive(message)) {
            case InboundResult.Verified verified -> {
                if (inbox.keep(bank.id(), verified, message) == Inbox.Keeping.OTHER_CONTENT) {
                    breaks.open(bank.id(), verified.messageId(), "other-content", "the key of a former message");
                }
                yield TAKEN;
            }
            case InboundResult.Rejected rejected -> {
                LOG.warn("A message for {} was turned away: {}.", bank.id(), rejected.why());
                yield rejected.httpStatus();
            }
        };
    }
}
