package tallystick.loan.servicing;

import java.util.List;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import tallystick.loan.api.PayoutLegs;
import tallystick.runtime.decide.Things;
import tallystick.runtime.queries.AnswersQueries;

/** Tells other contexts how far a payout is, by the loan itself and not by what has been read of it. */
final class PayoutAnswers implements AnswersQueries {
    private final Things things;

    PayoutAnswers(Things things) {
        this.things = things;
    }

    @QueryHandler
    PayoutLegs.Answer answer(PayoutLegs question) {
        return new PayoutLegs.Answer(things.find(Loan.class, question.loan().value())
                .map(found -> legs(found.state()))
                .orElse(List.of()));
    }

    private static List<PayoutLegs.Leg> legs(Loan loan) {
        return loan.legs().stream()
                .map(leg -> new PayoutLegs.Leg(
                        leg.payee().leg(),
                        Objects.requireNonNullElse(
                                leg.payee().bank(), loan.booked().bank()),
                        leg.payee().amount(),
                        PayoutLegs.Progress.valueOf(leg.progress().name()),
                        PayoutLegs.order(loan.id(), leg.payee().leg(), leg.attempt()),
                        leg.paidOn()))
                .toList();
    }
}
