package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.START;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.BankId;
import tallystick.loan.api.LoanCommand.ConfirmPayout;
import tallystick.loan.api.LoanCommand.WithdrawLoan;
import tallystick.loan.api.LoanPositions;
import tallystick.loan.api.LoanPositions.Position;
import tallystick.loan.api.Payee;

/** What we say of loans that a bank keeps, too. */
class KeptByBanksTest {
    private static LoanPositions.Standing standing(GivenLoan given, String day) {
        return position(given, day).standing();
    }

    private static Position position(GivenLoan given, String day) {
        return PositionAnswers.position(given.loan(), LocalDate.parse(day));
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
    void aScheduleIsOfALoanThatOneBankPaidOut() {
        assertThat(ScheduleAnswers.isKept(GivenLoan.active().loan())).isTrue();
        assertThat(ScheduleAnswers.isKept(GivenLoan.booked().loan())).isFalse();
        var shared = GivenLoan.payee("one");
        var west = new Payee(1, shared.account(), shared.amount(), shared.purpose(), new BankId("west"));
        var given = GivenLoan.booked(List.of(west));
        given.when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW));
        assertThat(ScheduleAnswers.isKept(given.loan()))
                .as("paid out by shares")
                .isFalse();
        var imported = GivenLoan.nothing();
        imported.imports("4079.17", "8043.13");
        assertThat(ScheduleAnswers.isKept(imported.loan()))
                .as("paid out elsewhere")
                .isFalse();
    }
}
