package tallystick.bank.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * Tells the bank that the borrower has signed. No money moves.
     *
     * @param credit the instruction by which the bank granted it
     * @param document the SHA-256 of what was signed, in lower hex
     */
    record SignContract(String id, String application, String credit, Amount amount, String document)
            implements Instruction {
        @Override
        public Operation operation() {
            return Operation.SIGN_CONTRACT;
        }
    }

    /**
     * Gives money back to whom it came from.
     *
     * @param of names what is given back: the bank's reference, or ours where it is not one booking of the bank
     */
    record Refund(String id, String loan, Amount amount, Confidential payee, String of) implements Instruction {
        @Override
        public Operation operation() {
            return Operation.REFUND;
        }
    }

    /**
     * Tells the bank what is due when. No money moves.
     *
     * @param amount the principal that is left
     * @param rows bare decimals in the currency of the amount, oldest first
     */
    record SyncSchedule(String id, String loan, int version, Amount amount, List<Row> rows) implements Instruction {
        public SyncSchedule {
            rows = List.copyOf(rows);
        }

        /** What is due on one day. */
        public record Row(int nr, LocalDate due, BigDecimal principal, BigDecimal interest, BigDecimal fees) {}

        @Override
        public Operation operation() {
            return Operation.SYNC_SCHEDULE;
        }
    }

    /**
     * A guarantor pays the bank for the borrower.
     *
     * @param claim our name of what is paid for; one claim is paid once
     * @param rows the rows of the schedule it pays; empty for the whole loan
     * @param guarantor our name of who pays; null where nobody said
     */
    record GuaranteePayment(
            String id,
            String loan,
            String claim,
            Amount amount,
            List<Integer> rows,
            @Nullable String guarantor) implements Instruction {
        public GuaranteePayment {
            rows = List.copyOf(rows);
        }

        public GuaranteePayment(String id, String loan, String claim, Amount amount, List<Integer> rows) {
            this(id, loan, claim, amount, rows, null);
        }

        @Override
        public Operation operation() {
            return Operation.GUARANTEE_PAYMENT;
        }
    }

    /** Takes a loan, or the bank's share of it, off the bank's books. The bank takes the price from us. */
    record BuyBack(String id, String loan, Amount amount, LocalDate date) implements Instruction {
        @Override
        public Operation operation() {
            return Operation.BUY_BACK;
        }
    }

    /**
     * Asks for the right to debit an account. No money moves.
     *
     * @param amount the most that one debit may take
     */
    record RegisterMandate(String id, String loan, String mandate, Amount amount, Confidential payer)
            implements Instruction {
        @Override
        public Operation operation() {
            return Operation.REGISTER_MANDATE;
        }
    }
}
