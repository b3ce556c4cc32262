package tallystick.audit.rulesets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.BacktestSummary;
import tallystick.audit.api.CheckReport;
import tallystick.audit.api.RuleSetEvent;
import tallystick.audit.api.RuleSetEvent.*;

/**
 * One rule set as its desk knows it; the content is in the library under the same hash.
 *
 * @param share of the cases it decides beside the live set, in ten thousandths
 * @param changes who did what to it, the oldest first
 */
record StoredSet(
        String hash,
        State state,
        String author,
        @Nullable String comment,
        @Nullable String base,
        boolean shadow,
        int share,
        @Nullable CheckReport checks,
        @Nullable BacktestSummary backtest,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant liveSince,
        List<Change> changes) {
    static final String SHIPPED = "shipped";

    /** Public names, in the order of a set's life. */
    enum State {
        DRAFT,
        CHECKED,
        BACKTESTED,
        APPROVED,
        LIVE,
        RETIRED
    }

    /** One step of its life. */
    record Change(
            String what, @Nullable String by, @Nullable String why, Instant at) {}

    StoredSet {
        changes = List.copyOf(changes);
    }

    static StoredSet shipped(RuleSetShipped e) {
        return new StoredSet(
                e.hash(),
                State.LIVE,
                SHIPPED,
                null,
                null,
                false,
                0,
                null,
                null,
                null,
                null,
                e.at(),
                List.of(step(e, SHIPPED, null)));
    }

    static StoredSet drafted(RuleSetDrafted e) {
        return new StoredSet(
                e.hash(),
                State.DRAFT,
                e.by(),
                e.comment(),
                e.base(),
                false,
                0,
                null,
                null,
                null,
                null,
                null,
                List.of(step(e, e.by(), e.comment())));
    }

    /** A set that is approved or live stays so: what is recorded of it later does not put it back. */
    StoredSet checked(RuleSetChecked e) {
        var to = e.report().passed() ? State.CHECKED : State.DRAFT;
        var changed = isBefore(State.APPROVED) ? in(to) : this;
        return changed.with(
                shadow, share, e.report(), backtest, step(e, null, e.report().passed() ? "passed" : "failed"));
    }

    StoredSet backtested(RuleSetBacktested e) {
        var changed = state == State.CHECKED ? in(State.BACKTESTED) : this;
        return changed.with(
                shadow, share, checks, e.summary(), step(e, null, e.summary().id()));
    }

    StoredSet approved(RuleSetApproved e) {
        return new StoredSet(
                hash,
                State.APPROVED,
                author,
                comment,
                base,
                shadow,
                share,
                checks,
                backtest,
                e.by(),
                e.at(),
                liveSince,
                more(step(e, e.by(), e.waived())));
    }

    StoredSet activated(RuleSetActivated e) {
        return new StoredSet(
                hash,
                State.LIVE,
                author,
                comment,
                base,
                false,
                0,
                checks,
                backtest,
                approvedBy,
                approvedAt,
                e.at(),
                more(step(e, e.by(), null)));
    }

    StoredSet retired(RuleSetActivated e) {
        return in(State.RETIRED)
                .with(false, 0, checks, backtest, new Change("RuleSetRetired", e.by(), "for " + e.hash(), e.at()));
    }

    StoredSet retired(RuleSetRetired e) {
        return in(State.RETIRED).with(false, 0, checks, backtest, step(e, e.by(), null));
    }

    StoredSet shadowed(RuleSetShadowed e) {
        return with(e.on(), share, checks, backtest, step(e, e.by(), e.on() ? "on" : "off"));
    }

    StoredSet shared(RuleSetShared e) {
        return with(shadow, e.share(), checks, backtest, step(e, e.by(), Integer.toString(e.share())));
    }

    private boolean isBefore(State other) {
        return state.compareTo(other) < 0;
    }

    private StoredSet in(State to) {
        return new StoredSet(
                hash,
                to,
                author,
                comment,
                base,
                shadow,
                share,
                checks,
                backtest,
                approvedBy,
                approvedAt,
                liveSince,
                changes);
    }

    private StoredSet with(
            boolean shadows,
            int shared,
            @Nullable CheckReport report,
            @Nullable BacktestSummary summary,
            Change change) {
        return new StoredSet(
                hash,
                state,
                author,
                comment,
                base,
                shadows,
                shared,
                report,
                summary,
                approvedBy,
                approvedAt,
                liveSince,
                more(change));
    }

    private List<Change> more(Change change) {
        var all = new ArrayList<>(changes);
        all.add(change);
        return all;
    }

    private static Change step(RuleSetEvent event, @Nullable String by, @Nullable String why) {
        return new Change(event.getClass().getSimpleName(), by, why, event.at());
    }
}
