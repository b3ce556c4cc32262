package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanPositions;
import tallystick.loan.api.LoanPositions.Position;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.queries.AnswersQueries;

/** Tells other contexts where loans stand at the end of a day. */
final class PositionAnswers implements AnswersQueries {
    private final Things things;

    PositionAnswers(Things things) {
        this.things = things;
    }

    @QueryHandler
    LoanPositions.Answer answer(LoanPositions question) {
        var ids = question.loans().stream().map(LoanId::value).toList();
        return new LoanPositions.Answer(things.all(Loan.class, ids).values().stream()
                .map(Decided::state)
                .flatMap(loan -> position(loan, question.bank(), question.day()).stream())
                .toList());
    }

    /** A bank that sold its share keeps nothing; one that only moves the money of a loan is asked about the whole. */
    static Optional<Position> position(Loan loan, BankId bank, LocalDate day) {
        var kept = Kept.of(loan);
        return kept.stream()
                .filter(one -> one.bank().equals(bank))
                .findFirst()
                .map(its -> its.on(day))
                .or(() -> hadPart(loan, bank)
                        ? Optional.of(kept.isEmpty() ? Kept.whole(loan).on(day) : Kept.none(loan))
                        : Optional.empty());
    }

    private static boolean hadPart(Loan loan, BankId bank) {
        return loan.booked().bank().equals(bank)
                || loan.booked().payees().stream().anyMatch(payee -> bank.equals(payee.bank()));
    }
}
