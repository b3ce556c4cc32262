package tallystick.loan.api;

import java.time.LocalDate;
import java.util.List;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Query;

/** Asks where loans of a bank, or its shares of them, stand at the end of a day. Those that nobody knows are left out of the answer. */
public record LoanPositions(BankId bank, List<LoanId> loans, LocalDate day) implements Query<LoanPositions.Answer> {
    public LoanPositions {
        loans = List.copyOf(loans);
    }

    @Override
    public Class<Answer> answer() {
        return Answer.class;
    }

    /** Of each loan that is known. */
    public record Answer(List<Position> positions) {
        public Answer {
            positions = List.copyOf(positions);
        }
    }

    /**
     * Where one stands.
     *
     * @param principal all that is left
     * @param interest what has fallen due and is not paid
     * @param daysPastDue from the oldest due date that is not paid; 0 when none is
     */
    public record Position(LoanId loan, Money principal, Money interest, long daysPastDue, Standing standing) {}

    /** Whether the bank's money is out. */
    public enum Standing {
        ACTIVE,
        PAID_OFF,
        /** It never went, came back, or is not the bank's any more. */
        NONE
    }
}
