package tallystick.bank.spi;

import java.util.List;

/** What a bank says when it is asked for an instruction by our own id. */
public sealed interface StatusAnswer {
    /** All the bank has to say of it so far, oldest first. */
    record Found(List<BankFact.OfInstruction> facts) implements StatusAnswer {
        public Found {
            facts = List.copyOf(facts);
        }
    }

    /**
     * The bank does not know it.
     *
     * @param authoritative whether the bank would know it, had it ever arrived; trusted only after the declared grace
     */
    record NotFound(boolean authoritative) implements StatusAnswer {}

    /**
     * No usable answer.
     *
     * @param evidence what was seen, without personal data
     */
    record QueryFailed(String evidence) implements StatusAnswer {}

    /** The bank cannot be asked. */
    record Unsupported() implements StatusAnswer {}
}
