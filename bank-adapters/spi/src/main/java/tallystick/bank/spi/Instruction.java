package tallystick.bank.spi;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One order. Its id is ours, stays the same for ever, and is the key under which the bank must move money at most once.
 * New kinds may be added; an adapter declares in {@link Capabilities} which it understands and gets no others.
 */
public sealed interface Instruction {
    String id();

    Amount amount();

    Operation operation();

    /**
     * Asks whether the bank lends on these terms. No money moves.
     *
     * @param annualRate as a fraction: 0.0725 is 7.25 %
     * @param applicant what the bank may know of the applicant, as JSON
     */
    record RequestCredit(
            String id,
            String application,
            String programme,
            Amount amount,
            BigDecimal annualRate,
            int count,
            Confidential applicant)
            implements Instruction {
        @Override
        public Operation operation() {
            return Operation.REQUEST_CREDIT;
        }
    }

    /** Pays to the borrower, or to whom the borrower named. */
    record PayOut(String id, String loan, Amount amount, Confidential payee, String purpose) implements Instruction {
        @Override
        public Operation operation() {
            return Operation.PAY_OUT;
        }
    }

    /** Debits the borrower's account. The bank may collect less. */
    record Collect(String id, String loan, Amount amount, Confidential payer, LocalDate due) implements Instruction {
        @Override
        public Operation operation() {
            return Operation.COLLECT;
        }
    }

    /** Asks to stop another instruction. That it was stopped is said of the other one; this only says yes or too late. */
    record Cancel(String id, String of, Amount amount) implements Instruction {
        @Override
        public Operation operation() {
            return Operation.CANCEL;
        }
    }
}
