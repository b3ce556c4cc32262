package tallystick.bank.gateway.schedules;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order.SyncSchedule;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.gateway.schedules.ScheduleTable.Changed;
import tallystick.bank.gateway.schedules.ScheduleTable.LoanAtBank;
import tallystick.bank.spi.Operation;
import tallystick.kernel.BankId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanSchedules;
import tallystick.loan.api.LoanSchedules.Schedule;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Outcome;
import tallystick.runtime.queries.Queries;

/**
 * Tells each bank that takes schedules what falls due on the loans it keeps, or on its share of them: after the payout, and
 * again once a loan's rows have changed. The order's id follows from loan, bank and version, so a round that is repeated
 * orders nothing twice.
 */
final class Schedules {
    private static final Origin WHO = Origin.of("schedules");
    private static final int BATCH = 500;

    private final Banks banks;
    private final ScheduleTable table;
    private final Supplier<Queries> queries;
    private final Commands commands;
    private final InstantSource clock;

    Schedules(Banks banks, ScheduleTable table, Supplier<Queries> queries, Commands commands, InstantSource clock) {
        this.banks = banks;
        this.table = table;
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    void tell() {
        for (var changed = table.next(BATCH); !changed.isEmpty(); changed = table.next(BATCH)) {
            tell(changed.stream().map(Changed::loan).toList());
            table.looked(changed);
        }
    }

    private void tell(List<LoanId> loans) {
        var told = table.told(loans);
        var orders = queries.get().ask(new LoanSchedules(loans)).schedules().stream()
                .filter(schedule -> takesSchedules(schedule.bank()))
                .filter(schedule -> isNew(schedule, told))
                .map(this::ordered)
                .toList();
        commands.decideMany(orders, WHO).forEach(Schedules::require);
    }

    private boolean takesSchedules(BankId bank) {
        return banks.find(bank.value())
                .filter(its -> its.capabilities().operations().contains(Operation.SYNC_SCHEDULE))
                .isPresent();
    }

    private static boolean isNew(Schedule schedule, Map<LoanAtBank, SyncSchedule> told) {
        @Nullable SyncSchedule last = told.get(new LoanAtBank(schedule.loan(), schedule.bank()));
        return last == null || !last.rows().equals(order(schedule).rows());
    }

    private Instruct ordered(Schedule schedule) {
        var id = Ids.derived(
                InstructionId.KIND,
                "schedule",
                schedule.loan().value(),
                schedule.bank().value(),
                Integer.toString(schedule.version()));
        return new Instruct(new InstructionId(id), schedule.bank(), order(schedule), clock.instant());
    }

    private static SyncSchedule order(Schedule schedule) {
        return new SyncSchedule(
                schedule.loan(),
                schedule.version(),
                schedule.principal(),
                schedule.rows().stream()
                        .map(row ->
                                new SyncSchedule.Due(row.nr(), row.due(), row.principal(), row.interest(), row.fees()))
                        .toList());
    }

    /** What failed is told in the next round; what was told meanwhile is told once. */
    private static void require(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Failed<?> failed) {
            throw failed.cause();
        }
    }
}
