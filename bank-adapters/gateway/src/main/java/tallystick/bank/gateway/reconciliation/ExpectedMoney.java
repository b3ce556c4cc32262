package tallystick.bank.gateway.reconciliation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionReconciled;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.Order;
import tallystick.bank.api.ReportEvent.PositionsCompared;
import tallystick.bank.api.ReportEvent.StatementReconciled;
import tallystick.bank.spi.FetchResult.Direction;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;

/** Money in transit, and the daily reports. */
public final class ExpectedMoney {
    @EventHandler
    void on(InstructionConfirmed event, JdbcTemplate jdbc) {
        var direction = direction(event.order());
        if (direction != null) {
            expect(
                    jdbc,
                    event.instruction(),
                    event.bank(),
                    direction,
                    event.bankReference(),
                    event.amount(),
                    event.valueDate());
        }
    }

    /** It went one way and came back: both will be shown, also when nobody had said that it went. */
    @EventHandler
    void on(InstructionReturned event, JdbcTemplate jdbc) {
        var direction = direction(event.order());
        if (direction != null) {
            var id = event.instruction();
            expect(jdbc, id, event.bank(), direction, null, event.order().amount(), event.valueDate());
            expect(jdbc, id, event.bank(), opposite(direction), null, event.amount(), event.valueDate());
        }
    }

    @EventHandler
    void on(InstructionReconciled event, JdbcTemplate jdbc) {
        var out = direction(event.order());
        if (out != null) {
            jdbc.update(
                    "update bank.expected_v1 set shown_on = ?, shown_by = ? where instruction = ? and direction = ?",
                    Date.valueOf(event.valueDate()),
                    event.reference(),
                    event.instruction().value(),
                    (event.back() ? opposite(out) : out).name());
        }
    }

    @EventHandler
    void on(StatementReconciled event, JdbcTemplate jdbc) {
        var counts = event.counts();
        jdbc.update(
                """
                insert into bank.statements_v1 (bank, day, report, name, lines, matched, amount_differs, date_shift,
                                                only_ours, only_theirs, repayments, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (bank, day) do nothing
                """,
                event.bank().value(),
                Date.valueOf(event.day()),
                event.report().value(),
                event.name(),
                counts.lines(),
                counts.matched(),
                counts.amountDiffers(),
                counts.dateShift(),
                counts.onlyOurs(),
                counts.onlyTheirs(),
                counts.repayments(),
                Timestamp.from(event.at()));
    }

    @EventHandler
    void on(PositionsCompared event, JdbcTemplate jdbc) {
        var fields = event.fields();
        jdbc.update(
                """
                insert into bank.positions_v1 (bank, day, report, name, loans, agreed, principal, interest,
                                               days_past_due, standing, only_ours, only_theirs, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (bank, day) do nothing
                """,
                event.bank().value(),
                Date.valueOf(event.day()),
                event.report().value(),
                event.name(),
                fields.loans(),
                fields.agreed(),
                fields.principal(),
                fields.interest(),
                fields.daysPastDue(),
                fields.standing(),
                fields.onlyOurs(),
                fields.onlyTheirs(),
                Timestamp.from(event.at()));
    }

    private static void expect(
            JdbcTemplate jdbc,
            InstructionId instruction,
            BankId bank,
            Direction direction,
            @Nullable String reference,
            Money amount,
            LocalDate valueDate) {
        jdbc.update(
                """
                insert into bank.expected_v1 (instruction, direction, bank, reference, currency, amount, value_date)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (instruction, direction) do nothing
                """,
                instruction.value(),
                direction.name(),
                bank.value(),
                reference,
                amount.currency().getCurrencyCode(),
                amount.amount(),
                Date.valueOf(valueDate));
    }

    /** Which way an order moves money on our account; null when it moves none. */
    static @Nullable Direction direction(Order order) {
        return switch (order) {
            case Order.PayOut _, Order.Refund _, Order.BuyBack _ -> Direction.DEBIT;
            case Order.Collect _, Order.GuaranteePayment _ -> Direction.CREDIT;
            default -> null;
        };
    }

    static Direction opposite(Direction direction) {
        return direction == Direction.DEBIT ? Direction.CREDIT : Direction.DEBIT;
    }
}
