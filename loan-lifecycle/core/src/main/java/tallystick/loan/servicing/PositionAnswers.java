package tallystick.loan.servicing;

import java.time.LocalDate;
import org.axonframework.queryhandling.QueryHandler;
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
                .filter(loan -> loan.booked().bank().equals(question.bank()))
                .map(loan -> position(loan, question.day()))
                .toList());
    }

    /** By what was so at the end of the day: what was paid off since was not paid off then. */
    static Position position(Loan loan, LocalDate day) {
        if (!isOut(loan, day)) {
            return new Position(loan.id(), loan.zero(), loan.zero(), 0, LoanPositions.Standing.NONE);
        }
        var now = Standing.of(loan).on(day);
        var owed = now.outstanding();
        return new Position(
                loan.id(),
                owed.principal(),
                owed.interest(),
                Lateness.days(now),
                owed.principal().isPositive() ? LoanPositions.Standing.ACTIVE : LoanPositions.Standing.PAID_OFF);
    }

    private static boolean isOut(Loan loan, LocalDate day) {
        var since = loan.activeSince();
        return switch (loan.state()) {
            case ACTIVE, PARTLY_PAID_OUT, PAID_OFF, WITHDRAWN -> since == null || !since.isAfter(day);
            case BOOKED, PAYING_OUT, CANCELLED, SOLD -> false;
        };
    }
}
