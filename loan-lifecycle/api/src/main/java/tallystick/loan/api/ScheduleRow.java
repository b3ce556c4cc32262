package tallystick.loan.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One dated row of a schedule, in the currency of what holds it. */
public sealed interface ScheduleRow {
    LocalDate due();

    /** What falls on the date. */
    enum Type {
        PAYOUT,
        DOWN_PAYMENT,
        INSTALLMENT,
        /** A fee that is paid apart. */
        FEE,
        /** Interest that becomes principal. */
        CAPITALIZED
    }

    /** Money the customer gets, or interest that is lent; {@code nr} is null, since it is not to be paid. */
    record PaidOut(@Nullable Integer nr, Type type, LocalDate due, BigDecimal balance) implements ScheduleRow {
        public PaidOut(LocalDate due, BigDecimal balance) {
            this(null, Type.PAYOUT, due, balance);
        }

        /** Interest that was not paid and is principal from its day on. */
        public static PaidOut capitalized(LocalDate due, BigDecimal balance) {
            return new PaidOut(null, Type.CAPITALIZED, due, balance);
        }
    }

    /** The same where a fee is kept back: the customer gets the balance less the total. */
    record PaidOutLessFees(
            @Nullable Integer nr, Type type, LocalDate due, BigDecimal fees, BigDecimal total, BigDecimal balance)
            implements ScheduleRow {
        public PaidOutLessFees(LocalDate due, BigDecimal fees, BigDecimal balance) {
            this(null, Type.PAYOUT, due, fees, fees, balance);
        }
    }

    /** Money the customer owes. */
    record ToPay(
            int nr,
            Type type,
            LocalDate from,
            LocalDate due,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal penalties,
            BigDecimal total,
            BigDecimal balance)
            implements ScheduleRow {}
}
