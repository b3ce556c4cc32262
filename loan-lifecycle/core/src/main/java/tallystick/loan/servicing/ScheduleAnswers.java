package tallystick.loan.servicing;

import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanSchedules;
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
                .flatMap(found -> schedules(found.state(), found.version()))
                .toList());
    }

    static Stream<LoanSchedules.Schedule> schedules(Loan loan, long version) {
        return isWhollyPaidOut(loan)
                ? Kept.of(loan).stream().map(kept -> kept.schedule(Math.toIntExact(version)))
                : Stream.empty();
    }

    /** Before that nobody knows yet from when on each part bears interest, and a bank would be told rows that change. */
    private static boolean isWhollyPaidOut(Loan loan) {
        return switch (loan.state()) {
            case ACTIVE, PAID_OFF, WITHDRAWN -> true;
            case BOOKED, PAYING_OUT, PARTLY_PAID_OUT, CANCELLED, SOLD -> false;
        };
    }
}
