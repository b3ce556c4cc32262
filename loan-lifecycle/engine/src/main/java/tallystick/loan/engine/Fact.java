package tallystick.loan.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;

/** Something that happened to a loan on a day. Facts come in the order in which they became known. */
public sealed interface Fact {
    /** Unique within a loan. */
    String id();

    LocalDate date();

    /** What lessens the debt, whoever gives it: shared out over the rows. */
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

    /** Money of the borrower that pays what is due, and with the rest principal before its time. */
    record Prepayment(String id, LocalDate date, Money amount, Effect effect) implements Payment {
        /** What becomes of the rows to come. Their interest follows the balance in each case. */
        public enum Effect {
            /** The instalment stays, and the last rows are not needed. */
            SHORTER_TERM,
            /** The due dates stay, and each row takes less. */
            SMALLER_INSTALLMENT,
            /** The principal of the next rows is paid already; the rows after them stay. */
            PRINCIPAL_IN_ADVANCE
        }
    }

    record GoodwillCredit(String id, LocalDate date, Money amount) implements Payment {}

    record MerchantRefund(String id, LocalDate date, Money amount) implements Payment {}

    record PayoutRefund(String id, LocalDate date, Money amount) implements Payment {}

    /** Money that came after the claim was written off. It pays like a repayment, and is told apart in the books. */
    record Recovery(String id, LocalDate date, Money amount) implements Payment {}

    /**
     * Debt that is given up: nobody pays it, and nobody owes it any more.
     *
     * @param component only of these, oldest row first; null for all in the order of repayments
     */
    record Forgiveness(
            String id,
            LocalDate date,
            Money amount,
            @Nullable Component component) implements Payment {}

    /** Credit of the loan pays what is due. It cannot be more than the credit there is. */
    record CreditUse(String id, LocalDate date, Money amount) implements Payment {}

    /** Credit of the loan goes back to the borrower. */
    record CreditRefund(String id, LocalDate date, Money amount) implements Fact {}

    /** A fee, a fixed penalty or money the borrower has to give back, owed with the row that holds its due date. */
    record Charge(String id, LocalDate date, Kind kind, LocalDate due, Money amount) implements Fact {
        /** What it counts as. */
        public enum Kind {
            FEE,
            PENALTY,
            /** Beside what was planned: no plan made anew takes it over. */
            PRINCIPAL
        }
    }

    /** Takes an earlier fact back, as if it had never been. */
    record Reversal(String id, LocalDate date, String of) implements Fact {}

    /** What is still to come is agreed anew: rate, dates, amortization, and what becomes of arrears. */
    record Restructure(String id, LocalDate date, NewTerms terms) implements Fact {}

    /** From here on the loan is not expected to be paid; what is paid still counts. */
    record ChargeOff(String id, LocalDate date) implements Fact {}

    /** The books see the loan in another way; a charge-off tells it by itself. */
    record StatusChange(String id, LocalDate date, AccountingStatus status) implements Fact {}

    /** Off the balance sheet; the claim is kept. */
    record WriteOff(String id, LocalDate date) implements Fact {}
}
