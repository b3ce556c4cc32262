package tallystick.loan.servicing;

import org.axonframework.queryhandling.QueryHandler;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanSchedules;
import tallystick.loan.engine.StatementRow;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.queries.AnswersQueries;

/** Tells other contexts what falls due when. By what happened and by no clock, so that one version has one schedule. */
final class ScheduleAnswers implements AnswersQueries {
    private final Things things;

    ScheduleAnswers(Things things) {
        this.things = things;
    }

    @QueryHandler
    LoanSchedules.Answer answer(LoanSchedules question) {
        var ids = question.loans().stream().map(LoanId::value).toList();
        return new LoanSchedules.Answer(things.all(Loan.class, ids).values().stream()
                .filter(found -> isKept(found.state()))
                .map(ScheduleAnswers::schedule)
                .toList());
    }

    /** A bank that paid out a share keeps a share, and of shares there are no schedules. What came from elsewhere it never paid. */
    static boolean isKept(Loan loan) {
        var isOut = switch (loan.state()) {
            case ACTIVE, PAID_OFF, WITHDRAWN -> true;
            case BOOKED, PAYING_OUT, PARTLY_PAID_OUT, CANCELLED, SOLD -> false;
        };
        var payees = loan.booked().payees();
        return isOut && !payees.isEmpty() && payees.stream().allMatch(payee -> payee.bank() == null);
    }

    private static LoanSchedules.Schedule schedule(Decided<Loan> found) {
        var loan = found.state();
        var last = Standing.of(loan).atLast();
        return new LoanSchedules.Schedule(
                loan.id(),
                loan.booked().bank(),
                Math.toIntExact(found.version()),
                last.outstanding().principal(),
                last.rows().stream().map(ScheduleAnswers::row).toList());
    }

    private static LoanSchedules.Row row(StatementRow paid) {
        var row = paid.row();
        return new LoanSchedules.Row(
                row.nr(), row.due(), row.principal(), row.interest(), row.fees().plus(row.penalties()));
    }
}
