package tallystick.bank.gateway.reconciliation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.bank.api.ReportCommand.ReportBreak;
import tallystick.bank.api.ReportCommand.ReportPositions;
import tallystick.bank.api.ReportId;
import tallystick.bank.gateway.banks.Bank;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.spi.FetchRequest;
import tallystick.bank.spi.FetchResult;
import tallystick.kernel.Ids;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanPositions;
import tallystick.loan.api.LoanPositions.Position;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.queries.Queries;

/**
 * Takes a bank's file of a day about the loans it keeps, and asks the loans where they stand: each field that differs is a
 * break, once for as long as it differs by the same. A day may be taken again after a crash; its report comes last.
 */
final class PositionReconciler {
    private static final Logger LOG = LoggerFactory.getLogger(PositionReconciler.class);
    private static final Origin WHO = Origin.of("reconciliation");
    private static final int BATCH = 500;

    private final Banks banks;
    private final PositionDays days;
    private final Statements statements;
    private final Supplier<Queries> queries;
    private final Commands commands;
    private final InstantSource clock;

    PositionReconciler(
            Banks banks,
            PositionDays days,
            Statements statements,
            Supplier<Queries> queries,
            Commands commands,
            InstantSource clock) {
        this.banks = banks;
        this.days = days;
        this.statements = statements;
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    /** The days whose statement was taken before this round, so that what it told has reached the loans by now. */
    void catchUp() {
        for (var bank : banks.all()) {
            var last = statements.last(bank.id());
            if (last.isPresent()) {
                var day = days.last(bank.id()).map(known -> known.plusDays(1)).orElse(last.get());
                while (!day.isAfter(last.get()) && take(bank, day).isEmpty()) {
                    day = day.plusDays(1);
                }
            }
        }
    }

    /** Takes one day, and says why it could not be taken. */
    Optional<String> take(Bank bank, LocalDate day) {
        return switch (bank.fetch(new FetchRequest(FetchRequest.Kind.POSITIONS, day))) {
            case FetchResult.Positions file -> {
                compare(bank, file);
                yield Optional.empty();
            }
            case FetchResult.NotYet later -> Optional.of(later.why());
            case FetchResult.FetchFailed failed -> {
                LOG.warn("The positions of {} for {} could not be fetched: {}.", bank.id(), day, failed.evidence());
                yield Optional.of(failed.evidence());
            }
            case FetchResult.Unsupported _, FetchResult.Statement _ ->
                Optional.of("The bank gives no positions of its loans.");
        };
    }

    private void compare(Bank bank, FetchResult.Positions file) {
        var over = file.day().plusDays(1).atStartOfDay(bank.hours().zone()).toInstant();
        var kept = days.kept(bank.id(), over);
        var comparison = Comparison.of(file.loans(), ours(bank, file, kept), kept);
        var now = clock.instant();
        inBatches(comparison.differences().stream()
                .map(one -> broken(bank, one, now))
                .toList());
        var id = new ReportId(Ids.derived(
                ReportId.KIND, bank.id().value(), "positions", file.day().toString()));
        commands.sendAndWait(new ReportPositions(id, bank.id(), file.day(), file.id(), comparison.fields(), now));
    }

    private List<Position> ours(Bank bank, FetchResult.Positions file, Set<String> kept) {
        var asked = new TreeSet<>(kept);
        file.loans().stream()
                .map(FetchResult.Position::loan)
                .filter(Reconciler::isLoan)
                .forEach(asked::add);
        var ids = asked.stream().map(LoanId::new).toList();
        var ours = new ArrayList<Position>();
        for (var from = 0; from < ids.size(); from += BATCH) {
            var some = ids.subList(from, Math.min(ids.size(), from + BATCH));
            ours.addAll(queries.get()
                    .ask(new LoanPositions(bank.id(), some, file.day()))
                    .positions());
        }
        return ours;
    }

    /** What is not named as we name loans may be anything, and is not repeated. */
    private static ReportBreak broken(Bank bank, Comparison.Difference one, Instant at) {
        var loan = Reconciler.isLoan(one.loan()) ? one.loan() : "another name";
        var kind = one.field().kind;
        var id = Ids.derived(ReportId.KIND, bank.id().value(), kind, one.loan(), one.gap());
        return new ReportBreak(new ReportId(id), bank.id(), kind, loan + ": " + one.ours(), one.theirs(), at);
    }

    /** A part that failed fails the day: it is taken again. */
    private void inBatches(List<ReportBreak> all) {
        for (var from = 0; from < all.size(); from += BATCH) {
            commands.decideMany(all.subList(from, Math.min(all.size(), from + BATCH)), WHO)
                    .forEach(Reconciler::require);
        }
    }
}
