package tallystick.audit.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.audit.api.BacktestSummary;
import tallystick.audit.api.CheckReport;
import tallystick.audit.api.RuleDeskId;
import tallystick.audit.api.RuleSetCommand;
import tallystick.audit.api.RuleSetCommand.*;
import tallystick.audit.rulesets.StoredSet.State;

/** The gates between a draft and the live set, and what they say to those who may not pass. */
class RuleDeskTest {
    private static final RuleDeskId DESK = RuleDeskId.of("credit");
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private @Nullable RuleDesk desk;

    private void when(RuleSetCommand command) {
        RuleDesk.decide(command, desk).forEach(event -> desk = RuleDesk.after(desk, event));
    }

    private StoredSet set(String hash) {
        return Objects.requireNonNull(desk).set(hash).orElseThrow();
    }

    private void drafted(String hash) {
        when(new ShipRuleSet(DESK, "shipped", NOW));
        when(new DraftRuleSet(DESK, hash, "shipped", "cheaper", "ann", NOW));
    }

    private void checked(String hash, boolean passed) {
        var report = new CheckReport(passed, List.of(), new CheckReport.Cases(1, 0), new CheckReport.Coverage(1, 1));
        when(new RecordChecks(DESK, hash, report, NOW));
    }

    private void backtested(String hash) {
        var day = LocalDate.of(2026, 1, 1);
        when(new RecordBacktest(DESK, hash, new BacktestSummary("backtest-1", day, day, 9, 1, 5, 4), NOW));
    }

    private void approved(String hash) {
        drafted(hash);
        checked(hash, true);
        backtested(hash);
        when(approval(hash, "bob"));
    }

    private static ApproveRuleSet approval(String hash, String by) {
        return new ApproveRuleSet(DESK, hash, hash, null, true, null, by, NOW);
    }

    @Test
    void theGatesArePassedInOrder() {
        approved("new");
        assertThat(set("new").state()).isEqualTo(State.APPROVED);
        when(new ActivateRuleSet(DESK, "new", "bob", NOW));
        assertThat(set("new").state()).isEqualTo(State.LIVE);
        assertThat(set("shipped").state()).isEqualTo(State.RETIRED);
        when(new ActivateRuleSet(DESK, "shipped", "bob", NOW));
        assertThat(Objects.requireNonNull(desk).live()).isEqualTo("shipped");
    }

    @Test
    void nobodyApprovesTheirOwnDraft() {
        drafted("new");
        checked("new", true);
        backtested("new");
        assertThatThrownBy(() -> when(approval("new", "ann")))
                .hasMessage("Expected another person than ann, who wrote rule set new. Ask a colleague with the role.");
    }

    @Test
    void anApprovalIsOfWhatWasShown() {
        drafted("new");
        assertThatThrownBy(() -> when(new ApproveRuleSet(DESK, "new", "old", null, true, null, "bob", NOW)))
                .hasMessage("Expected approval of rule set new; found one of old. Read it again, then agree to what it"
                        + " says.");
    }

    @Test
    void withoutABacktestNothingIsApprovedUnlessNothingIsRecorded() {
        drafted("new");
        assertThatThrownBy(() -> when(approval("new", "bob"))).hasMessageContaining("to be BACKTESTED; it is DRAFT.");
        checked("new", true);
        assertThatThrownBy(() -> when(new ApproveRuleSet(DESK, "new", "new", "no time", true, null, "bob", NOW)))
                .hasMessageContaining("to be BACKTESTED; it is CHECKED.");
        when(new ApproveRuleSet(DESK, "new", "new", "first day", false, null, "bob", NOW));
        assertThat(set("new").changes().getLast().why()).isEqualTo("first day");
    }

    /** Of nine cases five were approved and four are: eleven points and a little. */
    @Test
    void whatChangesApprovalsTooMuchIsNotApproved() {
        drafted("new");
        checked("new", true);
        backtested("new");
        assertThatThrownBy(() -> when(approvalWithin("11")))
                .hasMessage(
                        "Expected the share of approvals to change by at most 11 points; in its last backtest rule set"
                                + " new changes it by 11.12. Change less at once, or have an operator move the"
                                + " guard-rail.");
        when(approvalWithin("11.12"));
        assertThat(set("new").state()).isEqualTo(State.APPROVED);
    }

    private static ApproveRuleSet approvalWithin(String points) {
        return new ApproveRuleSet(DESK, "new", "new", null, true, new BigDecimal(points), "bob", NOW);
    }

    @Test
    void failedChecksPutADraftBack() {
        drafted("new");
        checked("new", true);
        checked("new", false);
        backtested("new");
        assertThat(set("new").state()).isEqualTo(State.DRAFT);
    }

    @Test
    void onlyAnApprovedSetGoesLive() {
        drafted("new");
        assertThatThrownBy(() -> when(new ActivateRuleSet(DESK, "new", "bob", NOW)))
                .hasMessage("Expected rule set new to be APPROVED or RETIRED; it is DRAFT. Have it approved first.");
        assertThatThrownBy(() -> when(new ActivateRuleSet(DESK, "none", "bob", NOW)))
                .hasMessage("Expected a rule set none; found none. Upload it first.");
    }

    @Test
    void aDraftIsNoShadow() {
        drafted("new");
        assertThatThrownBy(() -> when(new ShadowRuleSet(DESK, "new", true, "bob", NOW)))
                .hasMessage("Expected rule set new to have passed its checks; it is DRAFT. Run them first.");
    }

    @Test
    void theSharesOfChallengersAreAtMostTheWhole() {
        approved("one");
        approved("two");
        when(new ShareRuleSet(DESK, "one", 6_000, "bob", NOW));
        assertThatThrownBy(() -> when(new ShareRuleSet(DESK, "two", 5_000, "bob", NOW)))
                .hasMessage("Expected the shares of all challengers to be at most 1; the others have 6000 ten"
                        + " thousandths. Take some back first.");
        when(new ActivateRuleSet(DESK, "one", "bob", NOW));
        assertThat(set("one").share()).isZero();
    }

    @Test
    void aRepeatChangesNothing() {
        approved("new");
        var before = desk;
        when(new ShipRuleSet(DESK, "shipped", NOW));
        when(new DraftRuleSet(DESK, "new", "shipped", "again", "eve", NOW));
        when(approval("new", "bob"));
        when(new ActivateRuleSet(DESK, "shipped", "bob", NOW));
        assertThat(desk).isEqualTo(before);
    }
}
