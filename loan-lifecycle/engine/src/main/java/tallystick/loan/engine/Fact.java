package tallystick.loan.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;

/** Something that happened to a loan on a day. Facts come in the order in which they became known. */
public sealed interface Fact {
    /** Unique within a loan. */
    String id();

    LocalDate date();

    /** Money for the loan, whoever gives it: shared out over the rows. */
    sealed interface Payment extends Fact {
        Money amount();
    }

    /**
     * Money of the borrower. One that covers the payoff of its day settles the loan, and the rest is credit.
     *
     * @param payoffThrough pays a payoff quote that is good through this day, with its interest; else null
     */
    record Repayment(
            String id,
            LocalDate date,
            Money amount,
            @Nullable LocalDate payoffThrough) implements Payment {
        public Repayment(String id, LocalDate date, Money amount) {
            this(id, date, amount, null);
        }
    }

    record GoodwillCredit(String id, LocalDate date, Money amount) implements Payment {}

    record MerchantRefund(String id, LocalDate date, Money amount) implements Payment {}

    record PayoutRefund(String id, LocalDate date, Money amount) implements Payment {}

    /** A fee or a fixed penalty, owed with the row that holds its due date. */
    record Charge(String id, LocalDate date, Kind kind, LocalDate due, Money amount) implements Fact {
        /** What it counts as. */
        public enum Kind {
            FEE,
            PENALTY
        }
    }

    /** Takes an earlier fact back, as if it had never been. */
    record Reversal(String id, LocalDate date, String of) implements Fact {}

    /** From here on the loan is not expected to be paid; what is paid still counts. */
    record ChargeOff(String id, LocalDate date) implements Fact {}
}
