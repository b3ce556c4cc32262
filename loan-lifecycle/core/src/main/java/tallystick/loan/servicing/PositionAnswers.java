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

    private static Position position(Loan loan, LocalDate day) {
        var standing = standing(loan);
        if (standing == LoanPositions.Standing.NONE) {
            return new Position(loan.id(), loan.zero(), loan.zero(), 0, standing);
        }
        var now = Standing.of(loan).on(day);
        var owed = now.outstanding();
        return new Position(loan.id(), owed.principal(), owed.interest(), Lateness.days(now), standing);
    }

    private static LoanPositions.Standing standing(Loan loan) {
        return switch (loan.state()) {
            case ACTIVE, PARTLY_PAID_OUT -> LoanPositions.Standing.ACTIVE;
            case PAID_OFF -> LoanPositions.Standing.PAID_OFF;
            case BOOKED, PAYING_OUT, CANCELLED, WITHDRAWN, SOLD -> LoanPositions.Standing.NONE;
        };
    }
}
