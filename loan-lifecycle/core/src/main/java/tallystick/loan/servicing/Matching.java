package tallystick.loan.servicing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanCommand.MatchRepayment;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.RepaymentMatched;
import tallystick.loan.api.Source;

/** Finds what an officer entered in what a bank tells of later, so that it counts once and leaves the transit. */
final class Matching {
    /** A long weekend, and a day on either side of it. */
    static final int WITHIN_DAYS = 5;

    private Matching() {}

    static List<LoanEvent> match(MatchRepayment c, Loan is) {
        if (is.knows(c.reference())) {
            return List.of();
        }
        var entry = entry(is, c.amount(), c.valueDate(), c.reference())
                .filter(known -> known.notes(c.reference()) || !known.hasNote())
                .orElseThrow(() -> Refusals.entryUnknown(is, c.amount()));
        return List.of(new RepaymentMatched(
                is.id(), entry.nr(), Source.STATEMENT_LINE, c.reference(), c.valueDate(), c.by(), c.at()));
    }

    /** The same where the bank's row names the loan: it is this loan's money, whatever somebody noted. */
    static Optional<LoanEvent> match(ReceiveRepayment c, Loan is) {
        return c.source() == Source.BANK_CALLBACK || c.source() == Source.STATEMENT_LINE
                ? entry(is, c.amount(), c.valueDate(), c.reference())
                        .map(entry -> new RepaymentMatched(
                                is.id(), entry.nr(), c.source(), c.reference(), c.valueDate(), c.by(), c.at()))
                : Optional.empty();
    }

    /** That which names the row, else one that names none; of several the nearest: they are of one loan and one amount. */
    private static Optional<Transaction> entry(Loan is, Money amount, LocalDate day, String row) {
        return is.transactions().stream()
                .filter(Transaction::waitsForBank)
                .filter(entry -> entry.amount().equals(amount) && days(entry, day) <= WITHIN_DAYS)
                .min(Comparator.comparing((Transaction entry) -> !entry.notes(row))
                        .thenComparing(Transaction::hasNote)
                        .thenComparing(entry -> days(entry, day)));
    }

    private static long days(Transaction entry, LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(entry.valueDate(), day));
    }
}
