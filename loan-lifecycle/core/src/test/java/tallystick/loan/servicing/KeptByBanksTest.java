package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.START;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Change;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.LoanCommand.ConfirmPayout;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanCommand.WithdrawLoan;
import tallystick.loan.api.LoanPositions;
import tallystick.loan.api.LoanPositions.Position;
import tallystick.loan.api.LoanSchedules.Row;
import tallystick.loan.api.LoanSchedules.Schedule;

/** What we say of loans that a bank keeps, too. */
class KeptByBanksTest {
    private static final BankId SANDBOX = new BankId("sandbox");
    private static final BankId WEST = new BankId("west");
    private static final Funding LENT_TOGETHER = new Funding(
            Funding.Model.CO_LENT,
            BooksId.of("sandbox"),
            List.of(
                    Lender.of(BooksId.of("sandbox"), SANDBOX, new BigDecimal("0.7")),
                    Lender.of(BooksId.of("west"), WEST, new BigDecimal("0.3"))),
            List.of());

    private static LoanPositions.Standing standing(GivenLoan given, String day) {
        return position(given, day).standing();
    }

    private static Position position(GivenLoan given, String day) {
        return PositionAnswers.position(given.loan(), SANDBOX, LocalDate.parse(day))
                .orElseThrow();
    }

    @Test
    void whereALoanStoodIsNotWhereItStandsSince() {
        var given = GivenLoan.active();
        given.repaid("a", "2026-02-01", "4079.17");
        given.repaid("b", "2026-03-01", "4079.17");
        given.repaid("c", "2026-04-01", "4079.15");
        assertThat(given.loan().state()).isEqualTo(LoanState.PAID_OFF);
        assertThat(standing(given, "2025-12-31")).isEqualTo(LoanPositions.Standing.NONE);
        assertThat(position(given, "2026-03-31"))
                .isEqualTo(new Position(LOAN, cny("4038.00"), cny("0.00"), 0, LoanPositions.Standing.ACTIVE));
        assertThat(standing(given, "2026-04-01")).isEqualTo(LoanPositions.Standing.PAID_OFF);
    }

    @Test
    void whatWasWithdrawnIsOutUntilItIsBack() {
        var given = GivenLoan.active();
        given.when(new WithdrawLoan(LOAN, "no", START.plusDays(10), 14, "ann", NOW));
        given.repaid("back", "2026-01-12", "12043.40");
        assertThat(standing(given, "2026-01-11")).isEqualTo(LoanPositions.Standing.ACTIVE);
        assertThat(standing(given, "2026-01-12")).isEqualTo(LoanPositions.Standing.PAID_OFF);
    }

    @Test
    void whoPaidItOutAloneKeepsTheWhole() {
        assertThat(schedules(GivenLoan.active()))
                .singleElement()
                .satisfies(whole -> assertThat(whole.bank()).isEqualTo(SANDBOX))
                .satisfies(whole -> assertThat(whole.principal()).isEqualTo(cny("12000.00")));
        assertThat(schedules(GivenLoan.booked())).as("not paid out").isEmpty();
        var imported = GivenLoan.nothing();
        imported.imports("4079.17", "8043.13");
        assertThat(schedules(imported)).as("nobody is named who lent it").isEmpty();
    }

    /** To the cent in each row and in all of them: 12,000.01 by 0.7 and 0.3 leaves a cent over somewhere. */
    @Test
    void whoLendTogetherKeepTheirShares() {
        var given = lentTogether("12000.01");
        var shares = schedules(given);
        var whole = Standing.of(given.loan()).atLast().rows();
        assertThat(shares).extracting(Schedule::bank).containsExactly(SANDBOX, WEST);
        assertThat(shares).extracting(Schedule::principal).containsExactly(cny("8400.00"), cny("3600.01"));
        for (var i = 0; i < whole.size(); i++) {
            var nr = i;
            assertThat(sum(shares, share -> share.rows().get(nr).principal()))
                    .isEqualTo(whole.get(i).row().principal());
            assertThat(sum(shares, share -> share.rows().get(nr).interest()))
                    .isEqualTo(whole.get(i).row().interest());
        }
        for (var share : shares) {
            assertThat(share.rows().stream().map(Row::principal).reduce(cny("0.00"), Money::plus))
                    .isEqualTo(share.principal());
        }
    }

    @Test
    void sharesOfAPositionAreThoseOfItsRowsAndAddUp() {
        var given = lentTogether("12000.01");
        var rows = schedules(given).getLast().rows();
        assertThat(at(given, WEST, "2026-02-03"))
                .isEqualTo(new Position(
                        LOAN, cny("3600.01"), rows.getFirst().interest(), 2, LoanPositions.Standing.ACTIVE));
        given.repaid("a", "2026-02-01", "4079.17");
        var paid = at(given, WEST, "2026-03-05");
        assertThat(paid.principal())
                .isEqualTo(cny("3600.01").minus(rows.getFirst().principal()));
        assertThat(paid.interest()).isEqualTo(rows.get(1).interest());
        var all = Kept.whole(given.loan()).on(LocalDate.parse("2026-03-05"));
        var other = at(given, SANDBOX, "2026-03-05");
        assertThat(paid.principal().plus(other.principal())).isEqualTo(all.principal());
        assertThat(paid.interest().plus(other.interest())).isEqualTo(all.interest());
    }

    @Test
    void whoSoldItsShareKeepsNothing() {
        var given = lentTogether("12000.00");
        given.when(new ProposeChange(
                LOAN,
                "sale",
                new Change.SellShare(BooksId.of("west"), BooksId.OWN, new BigDecimal("0.3"), cny("3600.00"), false),
                "as agreed",
                cny("0.00"),
                START,
                START,
                "ann",
                NOW));
        given.when(new ApproveChange(
                LOAN, "sale", given.loan().proposal("sale").orElseThrow().hash(), START, "bob", NOW));
        assertThat(schedules(given)).extracting(Schedule::bank).containsExactly(SANDBOX);
        assertThat(at(given, WEST, "2026-02-03").standing()).isEqualTo(LoanPositions.Standing.NONE);
        assertThat(at(given, SANDBOX, "2026-02-03").principal()).isEqualTo(cny("8400.00"));
    }

    @Test
    void whatCameFromElsewhereIsKeptByTheLenderThatIsNamed() {
        var given = GivenLoan.nothing();
        given.imports("4079.17", "8043.13", LENT_TOGETHER);
        assertThat(schedules(given)).extracting(Schedule::bank).containsExactly(SANDBOX, WEST);
        assertThat(schedules(given)).extracting(Schedule::principal).containsExactly(cny("5630.19"), cny("2412.94"));
    }

    private static GivenLoan lentTogether(String amount) {
        var given = GivenLoan.booked(cny(amount), LENT_TOGETHER);
        for (var leg = 1; leg <= 2; leg++) {
            given.when(new ConfirmPayout(LOAN, leg, 1, START, START, NOW));
        }
        return given;
    }

    private static List<Schedule> schedules(GivenLoan given) {
        return ScheduleAnswers.schedules(given.loan(), 1).toList();
    }

    private static Position at(GivenLoan given, BankId bank, String day) {
        return PositionAnswers.position(given.loan(), bank, LocalDate.parse(day))
                .orElseThrow();
    }

    private static Money sum(List<Schedule> shares, Function<Schedule, Money> part) {
        return shares.stream().map(part).reduce(cny("0.00"), Money::plus);
    }
}
