package tallystick.loan.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.BankId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Query;

/** Asks how far the payout of a loan is, leg by leg. */
public record PayoutLegs(LoanId loan) implements Query<PayoutLegs.Answer> {
    @Override
    public Class<Answer> answer() {
        return Answer.class;
    }

    /** The order to the bank for one attempt of a leg: its id follows from them, so that a repeat cannot pay twice. */
    public static InstructionId order(LoanId loan, int leg, int attempt) {
        return new InstructionId(Ids.derived(
                InstructionId.KIND, "payout", loan.value(), Integer.toString(leg), Integer.toString(attempt)));
    }

    /** In the order of the legs; none of a loan that nobody knows. */
    public record Answer(List<Leg> legs) {
        public Answer {
            legs = List.copyOf(legs);
        }
    }

    /**
     * One leg.
     *
     * @param order the last one to its bank
     * @param paidOn the value date; null unless it is paid
     */
    public record Leg(
            int nr,
            BankId bank,
            Money amount,
            Progress progress,
            InstructionId order,
            @Nullable LocalDate paidOn) {}

    /** How the bank took the last order. */
    public enum Progress {
        ORDERED,
        PAID,
        REJECTED
    }
}
