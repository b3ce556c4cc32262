package tallystick.loan.servicing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.LoanCommand;
import tallystick.loan.api.LoanEvent;
import tallystick.runtime.decide.Decider;

/** Connects loans to the machine. */
final class Loans implements Decider<LoanCommand, LoanEvent, Loan> {
    @Override
    public String kind() {
        return "loan";
    }

    @Override
    public Class<LoanCommand> commands() {
        return LoanCommand.class;
    }

    @Override
    public Class<LoanEvent> events() {
        return LoanEvent.class;
    }

    @Override
    public Class<Loan> states() {
        return Loan.class;
    }

    @Override
    public List<LoanEvent> decide(LoanCommand command, @Nullable Loan loan) {
        return Deciding.decide(command, loan);
    }

    @Override
    public Loan after(@Nullable Loan loan, LoanEvent event) {
        return Telling.after(loan, event);
    }
}
