package tallystick.loan.api;

import java.time.LocalDate;
import java.util.List;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Query;

/**
 * Asks what falls due when on loans, as banks may keep them: the whole, where one bank paid it out alone, else each lender's
 * share. Loans that nobody knows, that are not paid out, or that came from elsewhere without a lender are left out of the
 * answer.
 */
public record LoanSchedules(List<LoanId> loans) implements Query<LoanSchedules.Answer> {
    public LoanSchedules {
        loans = List.copyOf(loans);
    }

    @Override
    public Class<Answer> answer() {
        return Answer.class;
    }

    /** Of each loan that is known, for each bank that may keep it. */
    public record Answer(List<Schedule> schedules) {
        public Answer {
            schedules = List.copyOf(schedules);
        }
    }

    /**
     * All rows of one loan, or of a bank's share of it, paid or not, as what has happened left them.
     *
     * @param version rises with whatever happens to the loan
     * @param principal all that is left
     * @param rows oldest first
     */
    public record Schedule(LoanId loan, BankId bank, int version, Money principal, List<Row> rows) {
        public Schedule {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What is due on one day.
     *
     * @param fees with the penalties charged by then
     */
    public record Row(int nr, LocalDate due, Money principal, Money interest, Money fees) {}
}
