package tallystick.loan.collateral;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.loan.api.CollateralCommand;
import tallystick.loan.api.CollateralCommand.InsureCollateral;
import tallystick.loan.api.CollateralCommand.MissCollateral;
import tallystick.loan.api.CollateralCommand.PledgeCollateral;
import tallystick.loan.api.CollateralCommand.RegisterCharge;
import tallystick.loan.api.CollateralCommand.ReleaseCollateral;
import tallystick.loan.api.CollateralCommand.RepossessCollateral;
import tallystick.loan.api.CollateralCommand.SellCollateral;
import tallystick.loan.api.CollateralCommand.TransferCollateral;
import tallystick.loan.api.CollateralCommand.ValueCollateral;
import tallystick.loan.api.CollateralEvent;
import tallystick.loan.api.CollateralEvent.ChargeRegistered;
import tallystick.loan.api.CollateralEvent.CollateralInsured;
import tallystick.loan.api.CollateralEvent.CollateralMissed;
import tallystick.loan.api.CollateralEvent.CollateralPledged;
import tallystick.loan.api.CollateralEvent.CollateralReleased;
import tallystick.loan.api.CollateralEvent.CollateralRepossessed;
import tallystick.loan.api.CollateralEvent.CollateralSold;
import tallystick.loan.api.CollateralEvent.CollateralStepProposed;
import tallystick.loan.api.CollateralEvent.CollateralTransferred;
import tallystick.loan.api.CollateralEvent.CollateralValued;
import tallystick.runtime.approval.FourEyes;
import tallystick.runtime.decide.Decider;

/** What may happen to what secures a loan. It is sold only when it was taken, and leaves us once. */
final class Collaterals implements Decider<CollateralCommand, CollateralEvent, Collateral> {
    @Override
    public String kind() {
        return "collateral";
    }

    @Override
    public Class<CollateralCommand> commands() {
        return CollateralCommand.class;
    }

    @Override
    public Class<CollateralEvent> events() {
        return CollateralEvent.class;
    }

    @Override
    public Class<Collateral> states() {
        return Collateral.class;
    }

    @Override
    public List<CollateralEvent> decide(CollateralCommand command, @Nullable Collateral is) {
        if (command instanceof PledgeCollateral c) {
            return is == null
                    ? List.of(new CollateralPledged(c.target(), c.loan(), c.kind(), c.what(), c.by(), c.at()))
                    : List.of();
        }
        if (is == null) {
            throw no(
                    "collateral-unknown",
                    "No such collateral",
                    "Expected collateral %s; found none.".formatted(command.target()));
        }
        return switch (command) {
            case PledgeCollateral _ -> List.of();
            case ValueCollateral c ->
                held(is, new CollateralValued(is.id(), c.value(), c.on(), c.source(), c.by(), c.at()));
            case TransferCollateral c ->
                there(is, new CollateralTransferred(is.id(), c.reference(), c.on(), c.by(), c.at()));
            case RegisterCharge c ->
                there(is, new ChargeRegistered(is.id(), c.registry(), c.reference(), c.on(), c.by(), c.at()));
            case InsureCollateral c -> held(is, new CollateralInsured(is.id(), c.policy(), c.until(), c.by(), c.at()));
            case RepossessCollateral c -> repossess(c, is);
            case SellCollateral c -> sell(c, is);
            case ReleaseCollateral c -> release(c, is);
            case MissCollateral c ->
                is.state() == Collateral.State.RELEASED
                        ? List.of(new CollateralMissed(is.id(), is.loan(), c.at()))
                        : List.of();
        };
    }

    private static List<CollateralEvent> held(Collateral is, CollateralEvent event) {
        if (!is.isHeld()) {
            throw gone(is);
        }
        return List.of(event);
    }

    /** What was missed is secured in this way. */
    private static List<CollateralEvent> there(Collateral is, CollateralEvent event) {
        if (is.isGone()) {
            throw gone(is);
        }
        return List.of(event);
    }

    private static List<CollateralEvent> repossess(RepossessCollateral c, Collateral is) {
        return is.state() == Collateral.State.REPOSSESSED
                ? List.of()
                : held(is, new CollateralRepossessed(is.id(), c.reason(), c.on(), c.by(), c.at()));
    }

    private static List<CollateralEvent> sell(SellCollateral c, Collateral is) {
        if (is.state() == Collateral.State.PLEDGED || is.state() == Collateral.State.MISSED) {
            throw no(
                    "not-repossessed",
                    "It was not taken",
                    "Expected %s to be repossessed before it is sold; it is not. Repossess it first."
                            .formatted(is.id()));
        }
        if (c.costs().isMoreThan(c.proceeds())) {
            throw no(
                    "costs-exceed-proceeds",
                    "The costs are more than it brought",
                    "Expected costs of at most %s; found %s. Book the rest as a fee of the loan."
                            .formatted(c.proceeds(), c.costs()));
        }
        var what = "sale " + c.proceeds() + " less " + c.costs() + " on " + c.valueDate();
        return byTwo(
                is,
                what,
                !c.proceeds().isMoreThan(c.limit()),
                c.by(),
                c.at(),
                () -> new CollateralSold(
                        is.id(), is.loan(), c.proceeds(), c.costs(), c.valueDate(), c.by(), is.proposedBy(), c.at()));
    }

    private static List<CollateralEvent> release(ReleaseCollateral c, Collateral is) {
        if (is.state() == Collateral.State.RELEASED) {
            return List.of();
        }
        return byTwo(
                is,
                "release",
                c.paid(),
                c.by(),
                c.at(),
                () -> new CollateralReleased(is.id(), is.loan(), c.reason(), c.by(), is.proposedBy(), c.at()));
    }

    private static List<CollateralEvent> byTwo(
            Collateral is, String what, boolean alone, String by, Instant at, Supplier<CollateralEvent> how) {
        if (is.isGone()) {
            throw gone(is);
        }
        if (alone || (what.equals(is.proposed()) && !by.equals(is.proposedBy()))) {
            return List.of(how.get());
        }
        if (what.equals(is.proposed())) {
            throw FourEyes.another(
                    "Expected somebody other than %s, who asked for this; found the same. Ask a colleague."
                            .formatted(by));
        }
        return List.of(new CollateralStepProposed(is.id(), what, by, at));
    }

    private static Refused gone(Collateral is) {
        return no(
                "collateral-gone",
                "It is not ours to act on any more",
                "Expected %s to be pledged or repossessed; it is %s. Nothing is left to do."
                        .formatted(is.id(), is.state()));
    }

    private static Refused no(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }

    @Override
    public Collateral after(@Nullable Collateral is, CollateralEvent event) {
        if (event instanceof CollateralPledged e) {
            return new Collateral(
                    e.collateral(),
                    e.loan(),
                    e.kind(),
                    e.what(),
                    Collateral.State.PLEDGED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        if (is == null) {
            throw new IllegalStateException("Collateral begins with CollateralPledged; found " + event + ".");
        }
        return switch (event) {
            case CollateralPledged _ -> is;
            case CollateralValued e -> is.valued(e.value(), e.on());
            case CollateralTransferred e -> is.transferred(e.reference()).secured();
            case ChargeRegistered e ->
                is.charged(e.registry() + " " + e.reference()).secured();
            case CollateralInsured e -> is.insured(e.until());
            case CollateralRepossessed _ -> is.in(Collateral.State.REPOSSESSED, null);
            case CollateralStepProposed e -> is.proposing(e.what(), e.by());
            case CollateralSold e -> is.in(Collateral.State.SOLD, e.proceeds().minus(e.costs()));
            case CollateralReleased _ -> is.in(Collateral.State.RELEASED, null);
            case CollateralMissed _ -> is.in(Collateral.State.MISSED, null);
        };
    }
}
