package tallystick.audit.rulesets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.RuleDeskId;
import tallystick.audit.api.RuleSetCommand;
import tallystick.audit.api.RuleSetCommand.*;
import tallystick.audit.api.RuleSetEvent;
import tallystick.audit.api.RuleSetEvent.*;
import tallystick.audit.rulesets.StoredSet.State;
import tallystick.rules.RuleKind;

/** All rule sets of one kind: who wrote them, what was checked, who agreed, and which one of them is live. */
record RuleDesk(@Nullable String live, Map<String, StoredSet> sets) {
    /** Shares are in ten thousandths. */
    static final int WHOLE = 10_000;

    RuleDesk {
        sets = Map.copyOf(sets);
    }

    Optional<StoredSet> set(String hash) {
        return Optional.ofNullable(sets.get(hash));
    }

    static List<RuleSetEvent> decide(RuleSetCommand command, @Nullable RuleDesk is) {
        var desk = is == null ? new RuleDesk(null, Map.of()) : is;
        return switch (command) {
            case ShipRuleSet c ->
                desk.live == null ? List.of(new RuleSetShipped(c.target(), c.hash(), c.at())) : List.of();
            case DraftRuleSet c ->
                desk.sets.containsKey(c.hash())
                        ? List.of()
                        : List.of(new RuleSetDrafted(c.target(), c.hash(), c.base(), c.comment(), c.by(), c.at()));
            case RecordChecks c -> {
                desk.known(c);
                yield List.of(new RuleSetChecked(c.target(), c.hash(), c.report(), c.at()));
            }
            case RecordBacktest c -> {
                desk.known(c);
                yield List.of(new RuleSetBacktested(c.target(), c.hash(), c.summary(), c.at()));
            }
            case ApproveRuleSet c -> desk.approve(c, desk.known(c));
            case ActivateRuleSet c -> desk.activate(c, desk.known(c));
            case RetireRuleSet c -> desk.retire(c, desk.known(c));
            case ShadowRuleSet c -> desk.shadow(c, desk.known(c));
            case ShareRuleSet c -> desk.share(c, desk.known(c));
        };
    }

    private StoredSet known(RuleSetCommand command) {
        return set(command.hash()).orElseThrow(() -> Refusals.unknown(command.hash()));
    }

    private List<RuleSetEvent> approve(ApproveRuleSet c, StoredSet set) {
        if (!c.seen().equals(c.hash())) {
            throw Refusals.hashChanged(c.hash(), c.seen());
        }
        if (set.author().equals(c.by())) {
            throw Refusals.fourEyes(set, c.by());
        }
        if (set.state() == State.APPROVED) {
            return List.of();
        }
        var tested = set.state() == State.BACKTESTED;
        var waived = set.state() == State.CHECKED && c.waived() != null && !c.somethingRecorded();
        if (!tested && !waived) {
            throw Refusals.notBacktested(set);
        }
        mustKeepWithin(c.guardRail(), set);
        return List.of(new RuleSetApproved(c.target(), c.hash(), tested ? null : c.waived(), c.by(), c.at()));
    }

    private static void mustKeepWithin(@Nullable BigDecimal guardRail, StoredSet set) {
        var backtest = set.backtest();
        if (guardRail != null && backtest != null && backtest.approvalShift().compareTo(guardRail) > 0) {
            throw Refusals.beyondGuardRail(set, backtest.approvalShift(), guardRail);
        }
    }

    private List<RuleSetEvent> activate(ActivateRuleSet c, StoredSet set) {
        if (c.hash().equals(live)) {
            return List.of();
        }
        mustBeApproved(set);
        return List.of(new RuleSetActivated(c.target(), c.hash(), live, c.by(), c.at()));
    }

    /** Credit and price always have a live set; the way to a bank goes without. */
    private List<RuleSetEvent> retire(RetireRuleSet c, StoredSet set) {
        if (!c.hash().equals(live)) {
            if (set.state() == State.RETIRED) {
                return List.of();
            }
            throw Refusals.notLive(set);
        }
        if (!c.target().equals(RuleDeskId.of(RuleKind.ROUTING.text()))) {
            throw Refusals.mustBeLive(set);
        }
        return List.of(new RuleSetRetired(c.target(), c.hash(), c.by(), c.at()));
    }

    private List<RuleSetEvent> shadow(ShadowRuleSet c, StoredSet set) {
        if (set.shadow() == c.on()) {
            return List.of();
        }
        if (c.on() && set.state() == State.DRAFT) {
            throw Refusals.notChecked(set);
        }
        return List.of(new RuleSetShadowed(c.target(), c.hash(), c.on(), c.by(), c.at()));
    }

    private List<RuleSetEvent> share(ShareRuleSet c, StoredSet set) {
        if (set.share() == c.share()) {
            return List.of();
        }
        if (c.share() > 0) {
            mustBeApproved(set);
        }
        var others = sets.values().stream()
                .filter(other -> !other.hash().equals(c.hash()))
                .mapToInt(StoredSet::share)
                .sum();
        if (others + c.share() > WHOLE) {
            throw Refusals.tooMuch(others);
        }
        return List.of(new RuleSetShared(c.target(), c.hash(), c.share(), c.by(), c.at()));
    }

    private static void mustBeApproved(StoredSet set) {
        if (set.state() != State.APPROVED && set.state() != State.RETIRED) {
            throw Refusals.notApproved(set);
        }
    }

    static RuleDesk after(@Nullable RuleDesk before, RuleSetEvent event) {
        var desk = before == null ? new RuleDesk(null, Map.of()) : before;
        return switch (event) {
            case RuleSetShipped e -> desk.with(e.hash(), StoredSet.shipped(e));
            case RuleSetDrafted e -> desk.with(desk.live, StoredSet.drafted(e));
            case RuleSetChecked e -> desk.with(desk.live, desk.is(e).checked(e));
            case RuleSetBacktested e -> desk.with(desk.live, desk.is(e).backtested(e));
            case RuleSetApproved e -> desk.with(desk.live, desk.is(e).approved(e));
            case RuleSetActivated e -> desk.retired(e).with(e.hash(), desk.is(e).activated(e));
            case RuleSetRetired e -> desk.with(null, desk.is(e).retired(e));
            case RuleSetShadowed e -> desk.with(desk.live, desk.is(e).shadowed(e));
            case RuleSetShared e -> desk.with(desk.live, desk.is(e).shared(e));
        };
    }

    private StoredSet is(RuleSetEvent event) {
        return Objects.requireNonNull(sets.get(event.hash()));
    }

    private RuleDesk retired(RuleSetActivated event) {
        return live == null
                ? this
                : with(live, Objects.requireNonNull(sets.get(live)).retired(event));
    }

    private RuleDesk with(@Nullable String lives, StoredSet set) {
        var all = new TreeMap<>(sets);
        all.put(set.hash(), set);
        return new RuleDesk(lives, all);
    }
}
