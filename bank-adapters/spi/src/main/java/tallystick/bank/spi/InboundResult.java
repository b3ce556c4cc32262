package tallystick.bank.spi;

import java.util.List;

/** What an inbound message proved to be. */
public sealed interface InboundResult {
    /**
     * It is from the bank.
     *
     * @param messageId the bank's own key of the message, the same for ever: a repeat is recognised by it
     * @param facts what it says; one {@link BankFact.Unreadable} when nothing can be made of it
     * @param keyUsed which of several valid keys signed it, by name
     */
    record Verified(String messageId, List<BankFact> facts, String keyUsed, Trust trust) implements InboundResult {
        public Verified {
            facts = List.copyOf(facts);
            if (messageId.isBlank() || messageId.length() > 255) {
                throw new IllegalArgumentException("Expected a message id of 1 to 255 characters.");
            }
        }
    }

    /**
     * It proves nothing; nothing of it is kept.
     *
     * @param why for the log, without anything of the content
     */
    record Rejected(String why, int httpStatus) implements InboundResult {}

    /** How much a channel can prove. */
    enum Trust {
        /** Signed by the bank: it can move the state of money. */
        SIGNED,
        /** Unsigned or weak: it can only make the gateway ask. */
        WEAK
    }
}
