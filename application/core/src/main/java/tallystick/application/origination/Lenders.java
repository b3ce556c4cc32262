package tallystick.application.origination;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationEvent.PlacementStarted;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.FundingLineCommand.Confirm;
import tallystick.application.api.FundingLineCommand.HoldReservation;
import tallystick.application.api.FundingLineCommand.Release;
import tallystick.application.api.FundingLineCommand.Reopen;
import tallystick.application.lifecycle.Application;
import tallystick.application.lines.LineDoor;
import tallystick.application.placement.Placements;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
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
        return new Lending(e.application(), e.placement(), programme, e.amount(), e.count(), e.bankSharing());
    }

    Lending of(ApplicationId id, int placement) {
        return of(application(id), placement);
    }

    /** Those whose money the contract is about. */
    Lending contracted(ApplicationId id) {
        var application = application(id);
        return of(application, application.contracted().placement());
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
                is.id(), placement, attempt.programme(), attempt.amount(), handedIn.count(), handedIn.bankSharing());
    }

    /**
     * One attempt, and who would lend it: they are asked one after the other, so that nobody agrees in vain to more than was
     * needed; what is reserved on their lines is kept or given back for all of them.
     */
    final class Lending {
        private final ApplicationId id;
        private final int placement;
        private final Considered programme;
        private final List<Share> shares;
        private final int count;
        private final Sealed bankSharing;

        private Lending(
                ApplicationId id, int placement, Considered programme, Money amount, int count, Sealed bankSharing) {
            this.id = id;
            this.placement = placement;
            this.programme = programme;
            this.shares = programme.lenders(amount);
            this.count = count;
            this.bankSharing = bankSharing;
        }

        int placement() {
            return placement;
        }

        /** The orders to all of them, sent or not. */
        List<InstructionId> instructions() {
            return IntStream.range(0, shares.size())
                    .mapToObj(lender -> Placements.instruction(id, placement, lender))
                    .toList();
        }

        /** From here on reservations end by proof alone, since banks are asked. */
        void hold(Instant at) {
            shares.forEach(share -> lines.send(new HoldReservation(share.fundingLine(), id, placement, at)));
        }

        void ask(int lender, Instant at) {
            var share = shares.get(lender);
            commands.sendAndWait(new Instruct(
                    Placements.instruction(id, placement, lender),
                    share.bank(),
                    new Order.RequestCredit(
                            id,
                            programme.programme().name(),
                            share.amount(),
                            programme.annualRate(),
                            count,
                            bankSharing),
                    at));
        }

        /** A bank that lends alone may have agreed to less; several agree to their shares. */
        void confirm(Money agreed, Instant at) {
            shares.forEach(
                    share -> lines.send(new Confirm(share.fundingLine(), id, placement, part(share, agreed), at)));
        }

        private Money part(Share share, Money whole) {
            return shares.size() == 1 ? whole : share.amount();
        }

        void giveBack(String because) {
            shares.forEach(
                    share -> lines.send(new Release(share.fundingLine(), id, placement, because, clock.instant())));
        }

        /** One cancel for each that was asked, for ever. */
        void cancel(int asked) {
            for (var lender = 0; lender < asked; lender++) {
                var credit = Placements.instruction(id, placement, lender);
                commands.sendAndWait(new Instruct(
                        new InstructionId(Ids.derived(InstructionId.KIND, "cancel", credit.value())),
                        shares.get(lender).bank(),
                        new Order.Cancel(credit, shares.get(lender).amount()),
                        clock.instant()));
            }
        }

        /** The money of the contract may have to be given back: the lines are told where it is. */
        void reopen(Money contracted) {
            shares.forEach(share -> lines.send(
                    new Reopen(share.fundingLine(), id, placement, part(share, contracted), clock.instant())));
        }

        /** What is paid out by one leg of the contract's money. */
        Money leg(int leg, Money contracted) {
            return shares.size() == 1 ? contracted : shares.get(leg - 1).amount();
        }

        /** Each pays its share by itself; null where one bank lends alone. */
        @Nullable
        Funding funding() {
            if (shares.size() == 1) {
                return null;
            }
            var lenders = shares.stream()
                    .map(share -> Lender.of(BooksId.of(share.bank().value()), share.bank(), share.share()))
                    .toList();
            return new Funding(Funding.Model.CO_LENT, lenders.getFirst().books(), lenders, List.of());
        }
    }
}
