package tallystick.loan.servicing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Payee;

/** One leg of the payout. {@code attempt} counts the orders to the bank; a new one starts only when the last is dead. */
record Leg(
        Payee payee,
        int attempt,
        Progress progress,
        @Nullable LocalDate paidOn) {
    /** How the bank took the last order. */
    enum Progress {
        ORDERED,
        PAID,
        REJECTED
    }

    static Leg ordered(Payee payee) {
        return new Leg(payee, 1, Progress.ORDERED, null);
    }

    Leg paid(LocalDate day) {
        return new Leg(payee, attempt, Progress.PAID, day);
    }

    Leg rejected() {
        return new Leg(payee, attempt, Progress.REJECTED, null);
    }

    Leg corrected(Payee other, int next) {
        return new Leg(other, next, Progress.ORDERED, null);
    }
}
