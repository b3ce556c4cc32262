package tallystick.application.dealers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.DealerCommand;
import tallystick.application.api.DealerCommand.*;
import tallystick.application.api.DealerEvent;
import tallystick.application.api.DealerEvent.*;
import tallystick.application.api.DealerId;
import tallystick.kernel.Money;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.kernel.Sealed;
import tallystick.runtime.approval.FourEyes;
import tallystick.runtime.decide.Decider;

/** A dealer and how it stands with us. */
public record Dealer(
        DealerId id,
        String title,
        String jurisdiction,
        String companyNumber,
        Sealed account,
        Money limit,
        String proposedBy,
        Status status) {
    /** Whether applications may come through it. */
    public enum Status {
        PROPOSED,
        ADMITTED,
        SUSPENDED
    }

    /** Connects dealers to the machine. */
    static Decider<DealerCommand, DealerEvent, Dealer> decider() {
        return Decider.of(
                "dealer", DealerCommand.class, DealerEvent.class, Dealer.class, Dealer::decide, Dealer::after);
    }

    static List<DealerEvent> decide(DealerCommand command, @Nullable Dealer is) {
        if (command instanceof ProposeDealer c) {
            return propose(c, is);
        }
        if (is == null) {
            throw no(
                    "dealer-unknown",
                    "No such dealer",
                    "Expected a dealer %s; found none.".formatted(command.target()));
        }
        return switch (command) {
            case ProposeDealer _ -> List.of();
            case AdmitDealer c -> is.admit(c);
            case SuspendDealer c ->
                is.status == Status.ADMITTED
                        ? List.of(new DealerSuspended(is.id, c.reason(), c.by(), c.at()))
                        : List.of();
        };
    }

    /** Under one name is one dealer; who proposes another is told so. */
    private static List<DealerEvent> propose(ProposeDealer c, @Nullable Dealer is) {
        var proposed = new DealerProposed(
                c.target(), c.title(), c.jurisdiction(), c.companyNumber(), c.account(), c.limit(), c.by(), c.at());
        if (is == null) {
            return List.of(proposed);
        }
        if (!after(null, proposed).now(is.status).equals(is)) {
            throw no(
                    "dealer-taken",
                    "There is such a dealer",
                    "Expected no dealer %s; there is one. Choose another name, or look at it.".formatted(is.id.name()));
        }
        return List.of();
    }

    private List<DealerEvent> admit(AdmitDealer c) {
        if (status == Status.ADMITTED) {
            return List.of();
        }
        FourEyes.mustDiffer(proposedBy, c.by());
        return List.of(new DealerAdmitted(id, c.by(), c.at()));
    }

    private static Refused no(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }

    static Dealer after(@Nullable Dealer before, DealerEvent event) {
        if (event instanceof DealerProposed e) {
            return new Dealer(
                    e.dealer(),
                    e.title(),
                    e.jurisdiction(),
                    e.companyNumber(),
                    e.account(),
                    e.limit(),
                    e.by(),
                    Status.PROPOSED);
        }
        if (before == null) {
            throw new IllegalStateException("A dealer begins with DealerProposed; found " + event + ".");
        }
        return switch (event) {
            case DealerProposed _ -> before;
            case DealerAdmitted _ -> before.now(Status.ADMITTED);
            case DealerSuspended _ -> before.now(Status.SUSPENDED);
        };
    }

    private Dealer now(Status next) {
        return new Dealer(id, title, jurisdiction, companyNumber, account, limit, proposedBy, next);
    }
}
