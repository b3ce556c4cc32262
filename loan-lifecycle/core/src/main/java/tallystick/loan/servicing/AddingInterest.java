package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanEvent.InterestCapitalized;
import tallystick.loan.engine.Row;
import tallystick.loan.engine.Statement;

/** Interest that becomes principal by plan, where the contract allows that less is paid: told once, and mended when it changes. */
final class AddingInterest {
    private AddingInterest() {}

    /** By how much the loan's principal differs from what was told of it. */
    static Optional<InterestCapitalized> since(Loan is, Statement now, LocalDate bookingDate, Instant at) {
        var more = through(is, now.capitalized(), now.asOf()).minus(told(is));
        return tell(is, more, now.asOf(), bookingDate, at);
    }

    /** Of a debt that is no more nothing is principal: all that was told is taken back. */
    static Optional<InterestCapitalized> takenBack(Loan is, LocalDate date, LocalDate bookingDate, Instant at) {
        return tell(is, told(is).negate(), date, bookingDate, at);
    }

    private static Optional<InterestCapitalized> tell(
            Loan is, Money more, LocalDate date, LocalDate bookingDate, Instant at) {
        return more.isZero()
                ? Optional.empty()
                : Optional.of(new InterestCapitalized(
                        is.id(), is.nextTransaction(), more, date, bookingDate, at, is.accounting()));
    }

    static Money through(Loan is, List<Row> capitalized, LocalDate day) {
        return capitalized.stream()
                .filter(row -> !row.due().isAfter(day))
                .map(Row::balance)
                .reduce(is.zero(), Money::plus);
    }

    private static Money told(Loan is) {
        return is.transactions().stream()
                .filter(moved -> moved.type() == Transaction.Type.CAPITALIZATION)
                .map(Transaction::amount)
                .reduce(is.zero(), Money::plus);
    }
}
