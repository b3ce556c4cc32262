package tallystick.application.origination;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import tallystick.application.api.ApplicationEvent.PlacementStarted;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.lifecycle.Application;
import tallystick.application.lines.LineDoor;
import tallystick.kernel.Addressed;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;

/** Finds the banks that would lend an attempt together, usually one. */
public final class Lenders {
    private final Things things;
    private final Commands commands;
    private final LineDoor lines;
    private final InstantSource clock;

    Lenders(Things things, Commands commands, LineDoor lines, InstantSource clock) {
        this.things = things;
        this.commands = commands;
        this.lines = lines;
        this.clock = clock;
    }

    Lending of(PlacementStarted e) {
        var programme = e.considered().stream()
                .filter(one -> one.nr() == e.placement())
                .findFirst()
                .orElseThrow();
        return new Lending(
                this, e.application(), e.placement(), programme, e.amount(), e.count(), e.bankSharing(), null);
    }

    Lending of(ApplicationId id, int placement) {
        return of(application(id), placement);
    }

    /** Those whose money the contract is about. */
    Lending contracted(ApplicationId id) {
        var application = application(id);
        return of(application, application.contracted().placement());
    }

    /** The bank that stands by and was called; empty once it lends. */
    Optional<StandIn> standIn(ApplicationId id) {
        var application = application(id);
        var attempt = Objects.requireNonNull(application.lastAttempt());
        return Optional.ofNullable(attempt.called())
                .map(called -> new StandIn(this, of(application, attempt.nr()), application, attempt, called));
    }

    /** What is paid of a loan, once the applicant has agreed to it; empty when it is the loan. */
    Optional<PaidPart> paidPart(ApplicationId id) {
        var application = application(id);
        return Optional.ofNullable(application.smaller())
                .filter(smaller -> smaller.document() != null)
                .map(smaller -> new PaidPart(this, contracted(id), application, smaller));
    }

    private Application application(ApplicationId id) {
        return things.find(Application.class, id.value()).orElseThrow().state();
    }

    private Lending of(Application is, int placement) {
        var attempt = is.attempts().stream()
                .filter(one -> one.nr() == placement)
                .findFirst()
                .orElseThrow();
        var handedIn = is.submitted();
        return new Lending(
                this,
                is.id(),
                placement,
                attempt.programme(),
                attempt.amount(),
                handedIn.count(),
                handedIn.bankSharing(),
                attempt.stoodIn());
    }

    void tell(FundingLineCommand command) {
        lines.send(command);
    }

    void order(Addressed order) {
        commands.sendAndWait(order);
    }

    Instant now() {
        return clock.instant();
    }
}
