package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.START;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.CapitalizationRestated;
import tallystick.loan.api.LoanEvent.ChangeApproved;
import tallystick.loan.api.LoanEvent.ChangeProposed;
import tallystick.loan.api.LoanEvent.DebtForgiven;
import tallystick.loan.api.LoanEvent.TermsChanged;
import tallystick.loan.api.NewTerms;
import tallystick.loan.api.Owed;
import tallystick.loan.api.PrepaymentEffect;
import tallystick.loan.api.Source;
import tallystick.loan.engine.StatementRow;

/** What becomes of the rows to come: agreed anew by two people, or by paying principal before its time. */
class NewTermsTest {
    private final GivenLoan given = GivenLoan.active();

    private List<LoanEvent> changed(NewTerms to, String date) {
        return changed(new Change.ChangeTerms(to), date);
    }

    private List<LoanEvent> changed(Change what, String date) {
        var day = LocalDate.parse(date);
        var proposed =
                given.when(new ProposeChange(LOAN, "c" + date, what, "because", cny("0.00"), day, day, "ann", NOW));
        assertThat(proposed).hasExactlyElementsOfTypes(ChangeProposed.class);
        var hash = given.loan().proposal("c" + date).orElseThrow().hash();
        return given.when(new ApproveChange(LOAN, "c" + date, hash, day, "bob", NOW));
    }

    private static NewTerms restructure(@Nullable Rate rate, boolean capitalize) {
        return new NewTerms(NewTerms.Kind.RESTRUCTURE, rate, null, null, capitalize);
    }

    private RowsToCome toCome(String today) {
        return RowsToCome.of(given.loan(), LocalDate.parse(today));
    }

    private List<StatementRow> rows(String date) {
        return Standing.of(given.loan()).on(LocalDate.parse(date)).rows();
    }

    private List<LocalDate> dueDates() {
        return rows("2026-02-20").stream()
                .filter(row -> !row.row().total().isZero())
                .map(row -> row.row().due())
                .toList();
    }

    private static List<LocalDate> days(String... days) {
        return java.util.Arrays.stream(days).map(LocalDate::parse).toList();
    }

    private void prepaid(String date, String amount, @Nullable PrepaymentEffect effect) {
        var day = LocalDate.parse(date);
        given.when(new ReceiveRepayment(
                LOAN, cny(amount), day, day, Source.OFFICER_ENTRY, date, null, null, "ann", NOW, effect));
    }

    private Money principalLeft(String date) {
        return Standing.of(given.loan()).on(LocalDate.parse(date)).outstanding().principal();
    }

    @Test
    void aLowerRateCostsLessFromItsDayOn() {
        given.repaid("a", "2026-02-01", "4079.17");
        assertThat(changed(restructure(Rate.of("0.06"), false), "2026-02-01"))
                .hasExactlyElementsOfTypes(ChangeApproved.class, TermsChanged.class);
        // 8,043.13 x 0.06 x 28 / 365.
        assertThat(rows("2026-02-01").get(1).row().interest()).isEqualTo(cny("37.02"));
        assertThat(given.loan().flags()).containsExactly("RESTRUCTURED");
    }

    @Test
    void arrearsBecomePrincipalAndALateFactRestatesHowMuch() {
        changed(restructure(null, true), "2026-02-10");
        assertThat(((TermsChanged) given.last()).capitalized().interest()).isEqualTo(cny("122.30"));
        assertThat(principalLeft("2026-02-10")).isEqualTo(cny("12122.30"));
        given.repaid("late", "2026-02-05", "122.30");
        assertThat(((CapitalizationRestated) given.last()).more().interest()).isEqualTo(cny("-122.30"));
        assertThat(principalLeft("2026-02-10")).isEqualTo(cny("12000.00"));
    }

    @Test
    void aHolidayMovesAllRowsToComeAndIsNoRestructure() {
        given.repaid("a", "2026-02-01", "4079.17");
        changed(NewTerms.on(NewTerms.Kind.PAYMENT_HOLIDAY, toCome("2026-02-10").paused(2)), "2026-02-10");
        assertThat(dueDates().subList(1, 3)).isEqualTo(days("2026-05-01", "2026-06-01"));
        assertThat(given.loan().flags()).isEmpty();
    }

    @Test
    void anotherDueDayNeverLiesInThePast() {
        assertThat(toCome("2026-01-10").onDay(15)).isEqualTo(days("2026-02-15", "2026-03-15", "2026-04-15"));
        assertThat(toCome("2026-02-10").onDay(5)).isEqualTo(days("2026-03-05", "2026-04-05"));
        assertThatThrownBy(() -> toCome("2026-04-01"))
                .hasMessage("Expected a change that can be: loan loan-1 has no row to come.");
    }

    @Test
    void whatCannotBeIsRefusedBeforeAnybodyApprovesIt() {
        assertThatThrownBy(() ->
                        changed(NewTerms.on(NewTerms.Kind.DUE_DATES, days("2026-03-01", "2026-02-01")), "2026-01-10"))
                .hasMessageStartingWith("Expected a change that can be:");
    }

    @Test
    void principalPaidEarlyShortensTheTermOrLowersTheInstalmentAsAgreed() {
        prepaid("2026-02-01", "8179.17", PrepaymentEffect.SHORTER_TERM);
        assertThat(principalLeft("2026-02-01")).isEqualTo(cny("3943.13"));
        assertThat(dueDates()).contains(LocalDate.parse("2026-03-01")).doesNotContain(LocalDate.parse("2026-04-01"));
    }

    @Test
    void theSameMoneyLowersTheInstalmentWhereThatWasAsked() {
        prepaid("2026-02-01", "8179.17", PrepaymentEffect.SMALLER_INSTALLMENT);
        assertThat(principalLeft("2026-02-01")).isEqualTo(cny("3943.13"));
        assertThat(dueDates()).contains(LocalDate.parse("2026-04-01"));
    }

    @Test
    void withoutAnEffectTheContractSays() {
        prepaid("2026-02-01", "5079.17", null);
        assertThat(rows("2026-02-01").get(1).paid().total()).isEqualTo(cny("1000.00"));
    }

    @Test
    void onlyThePenaltyIsLetOff() {
        given.when(new tallystick.loan.api.LoanCommand.ChargeFee(
                LOAN,
                "p",
                tallystick.loan.api.FeeKind.PENALTY,
                "late",
                cny("30.00"),
                START.plusDays(40),
                LocalDate.parse("2026-03-01"),
                START.plusDays(40),
                "ann",
                NOW));
        assertThatThrownBy(() -> changed(new Change.Forgive(cny("30.01"), Owed.PENALTY), "2026-03-01"))
                .hasMessageContaining("at most CNY 30.00");
        changed(new Change.Forgive(cny("30.00"), Owed.PENALTY), "2026-03-02");
        assertThat(((DebtForgiven) given.last()).parts().penalties()).isEqualTo(cny("30.00"));
    }
}
