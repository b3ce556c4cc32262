package tallystick.loan.servicing;

import org.springframework.http.ResponseEntity;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.web.writes.Write;

/** Proposes changes by hand over HTTP, whatever they change. */
final class Proposing {
    private final Asking asking;

    Proposing(Asking asking) {
        this.asking = asking;
    }

    /** What is asked for, once the loan is known. */
    @FunctionalInterface
    interface Asked {
        Change of(Loan is);
    }

    ResponseEntity<byte[]> propose(String loan, String reason, Asked what, Write write) {
        var id = write.derivedId("change");
        return write.<Loan>create(
                "loan",
                "change",
                Loan.class,
                _ -> {
                    var is = asking.loan(loan);
                    return new ProposeChange(
                            is.id(),
                            id,
                            what.of(is),
                            Asking.text("/reason", reason),
                            asking.aloneLimit(is),
                            asking.dayOf(is),
                            asking.today(is),
                            write.by(),
                            asking.now());
                },
                decided -> view(decided, id),
                _ -> id);
    }

    ChangeView view(Decided<Loan> decided, String change) {
        return asking.shown(
                decided.state().id(), decided.state().proposal(change).orElseThrow());
    }
}
