package tallystick.loan.servicing;

import java.util.List;
import tallystick.kernel.Refused;
import tallystick.loan.api.LoanCommand.ImportLoan;
import tallystick.loan.engine.TermsNotPossible;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Outcome;

/** Takes running loans over, many at once; for each, why not, or an empty text. */
public final class Takeover {
    private final Commands commands;

    Takeover(Commands commands) {
        this.commands = commands;
    }

    public List<String> take(List<ImportLoan> loans) {
        List<Outcome<Loan>> outcomes = commands.decideMany(loans, Origin.of("import"));
        return outcomes.stream().map(Takeover::why).toList();
    }

    private static String why(Outcome<Loan> outcome) {
        return switch (outcome) {
            case Outcome.Done<Loan> _ -> "";
            case Outcome.Refused<Loan>(var refusal) -> refusal.detail();
            case Outcome.Failed<Loan>(var _, TermsNotPossible impossible) -> String.valueOf(impossible.getMessage());
            case Outcome.Failed<Loan>(var _, var cause) ->
                throw new IllegalStateException("Expected every row to be decided; one was not.", cause);
        };
    }

    /** The same decisions, without an event. */
    public List<String> check(List<ImportLoan> loans) {
        return loans.stream().map(Takeover::wouldBe).toList();
    }

    private static String wouldBe(ImportLoan loan) {
        try {
            Importing.take(loan);
            return "";
        } catch (Refused no) {
            return no.refusal().detail();
        } catch (TermsNotPossible impossible) {
            return String.valueOf(impossible.getMessage());
        }
    }
}
