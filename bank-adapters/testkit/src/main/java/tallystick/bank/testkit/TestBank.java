package tallystick.bank.testkit;

import java.time.Instant;
import java.util.List;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.RawInbound;

/**
 * What the author of an adapter gives the contract: the adapter, connected with a bank that does what it is told. The
 * bank may be a server on loopback, a folder of files or a few lines in memory; what counts is that the adapter speaks to
 * it as it will to the real one.
 */
public interface TestBank extends AutoCloseable {
    /** The same adapter for the whole life of this bank. */
    BankAdapter adapter();

    /** Holds for one call of the adapter; the next ones are {@link Treatment#ACCEPT} again. */
    void treatsNext(Treatment treatment);

    /** How often it has done what this instruction orders: more than once is money sent twice. */
    int done(String instruction);

    /** What must never be seen in an answer: keys, passwords. */
    List<String> secrets();

    /** A confirmation of a payout as the bank sends it, signed at a time; empty when the bank sends nothing. */
    List<RawInbound> confirmations(String instruction, Amount amount, Instant at, Signing signing);

    @Override
    void close();

    /** How a message is signed. */
    enum Signing {
        RIGHT,
        /** By somebody else. */
        FORGED
    }
}
