package tallystick.bank.gateway.reconciliation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.bank.api.BankCommand.RecordReconciled;
import tallystick.bank.api.ReportCommand;
import tallystick.bank.api.ReportCommand.Counts;
import tallystick.bank.api.ReportCommand.ReportBreak;
import tallystick.bank.api.ReportCommand.ReportRepayment;
import tallystick.bank.api.ReportCommand.ReportStatement;
import tallystick.bank.api.ReportCommand.ReportUnmatchedMoney;
import tallystick.bank.api.ReportId;
import tallystick.bank.gateway.banks.Bank;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.gateway.instruction.Plausible;
import tallystick.bank.gateway.instruction.Spelling;
import tallystick.bank.gateway.reconciliation.Booked.Pair;
import tallystick.bank.gateway.reconciliation.Matching.Finding;
import tallystick.bank.gateway.reconciliation.Matching.Finding.AmountDiffers;
import tallystick.bank.gateway.reconciliation.Matching.Finding.DateShift;
import tallystick.bank.gateway.reconciliation.Matching.Finding.Matched;
import tallystick.bank.gateway.reconciliation.Matching.Finding.OnlyOurs;
import tallystick.bank.gateway.reconciliation.Matching.Finding.OnlyTheirs;
import tallystick.bank.spi.FetchRequest;
import tallystick.bank.spi.FetchResult;
import tallystick.bank.spi.FetchResult.Direction;
import tallystick.bank.spi.FetchResult.Line;
import tallystick.bank.spi.FetchResult.Statement;
import tallystick.kernel.Addressed;
import tallystick.kernel.Ids;
import tallystick.kernel.LoanId;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Outcome;

/**
 * Takes a bank's statement of a day: what it shows is reconciled, what customers paid and what nobody can match is handed
 * on, and what does not fit is a break. Every id follows from the statement, so that a day can be taken again after a
 * crash; its report comes last and says that all of it was done.
 */
final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Origin WHO = Origin.of("reconciliation");
    private static final int BATCH = 500;
    private static final int REPEATS_WITHIN_DAYS = 10;

    private final Banks banks;
    private final Statements statements;
    private final Booked booked;
    private final Commands commands;
    private final InstantSource clock;

    Reconciler(Banks banks, Statements statements, Booked booked, Commands commands, InstantSource clock) {
        this.banks = banks;
        this.statements = statements;
        this.booked = booked;
        this.commands = commands;
        this.clock = clock;
    }

    /** Every day of every bank that is over and was not taken, the oldest first; a day that is not there yet stops its bank. */
    void catchUp() {
        for (var bank : banks.all()) {
            var yesterday = bank.hours().day(clock.instant()).minusDays(1);
            var day = statements
                    .last(bank.id())
                    .map(last -> last.plusDays(1))
                    .or(() -> statements.firstOrder(bank.id()).map(bank.hours()::day))
                    .orElse(yesterday);
            while (!day.isAfter(yesterday) && take(bank, day).isEmpty()) {
                day = day.plusDays(1);
            }
        }
    }

    /** Takes one day, and says why it could not be taken. */
    Optional<String> take(Bank bank, LocalDate day) {
        return switch (bank.fetch(new FetchRequest(FetchRequest.Kind.STATEMENT, day))) {
            case Statement statement -> {
                take(bank, statement);
                yield Optional.empty();
            }
            case FetchResult.NotYet later -> Optional.of(later.why());
            case FetchResult.Unsupported _, FetchResult.Positions _ -> Optional.of("The bank gives no statements.");
            case FetchResult.FetchFailed failed -> {
                LOG.warn("The statement of {} for {} could not be fetched: {}.", bank.id(), day, failed.evidence());
                yield Optional.of(failed.evidence());
            }
        };
    }

    private void take(Bank bank, Statement statement) {
        var day = new Taking(bank, statement, clock.instant());
        // What was shown before is not compared again: a day may be taken twice, and a bank may repeat a line.
        var shown = statements.shown(bank.id(), statement.day().minusDays(REPEATS_WITHIN_DAYS));
        var lines = statement.lines().stream()
                .filter(line -> !shown.contains(line.reference()))
                .toList();
        var ours = new LinkedHashSet<>(statements.inTransit(bank.id(), statement.day()));
        ours.addAll(booked.proven(bank.id(), lines));
        var findings = Matching.of(ours, lines);
        findings.forEach(day::note);
        day.send();
        commands.sendAndWait(day.report(findings));
    }

    /** One statement while it is taken. */
    private final class Taking {
        private final Bank bank;
        private final Statement statement;
        private final Instant now;
        private final List<Pair> shown = new ArrayList<>();
        private final List<ReportCommand> reports = new ArrayList<>();

        Taking(Bank bank, Statement statement, Instant now) {
            this.bank = bank;
            this.statement = statement;
            this.now = now;
        }

        private void note(Finding finding) {
            switch (finding) {
                case Matched f -> shown.add(new Pair(f.ours(), f.theirs()));
                case DateShift f -> {
                    shown.add(new Pair(f.ours(), f.theirs()));
                    broken(
                            "date-shift",
                            f.ours().instruction(),
                            f.ours().valueDate(),
                            f.theirs().valueDate());
                }
                case AmountDiffers f ->
                    broken(
                            "statement-amount",
                            f.ours().instruction(),
                            f.ours().amount(),
                            f.theirs().amount());
                case OnlyOurs f ->
                    broken("only-ours", f.ours().instruction(), f.ours().amount(), "no booking");
                case OnlyTheirs f -> theirs(f.theirs());
            }
        }

        private void theirs(Line line) {
            if (!Plausible.is(line.amount(), line.valueDate(), now)) {
                broken("implausible", line.reference(), "an amount and a day that can be", "another one");
            } else if (isRepayment(line)) {
                reports.add(new ReportRepayment(
                        id(line.reference()),
                        bank.id(),
                        new LoanId(String.valueOf(line.loan())),
                        Spelling.money(line.amount()),
                        line.valueDate(),
                        line.reference(),
                        true,
                        now));
            } else {
                broken("only-theirs", line.reference(), "no booking", line.direction() + " " + line.amount());
                reports.add(new ReportUnmatchedMoney(
                        id("unmatched", line.reference()),
                        bank.id(),
                        line.reference(),
                        line.direction() == Direction.CREDIT,
                        Spelling.money(line.amount()),
                        line.valueDate(),
                        now));
            }
        }

        private static boolean isRepayment(Line line) {
            var loan = line.loan();
            return line.instruction() == null && line.direction() == Direction.CREDIT && loan != null && isLoan(loan);
        }

        private void broken(String kind, String of, Object expected, Object found) {
            reports.add(new ReportBreak(id(kind, of), bank.id(), kind, of + ": " + expected, found.toString(), now));
        }

        private ReportId id(String... parts) {
            var all = new ArrayList<String>();
            all.add(bank.id().value());
            all.addAll(List.of(parts));
            return new ReportId(Ids.derived(ReportId.KIND, all.toArray(String[]::new)));
        }

        private void send() {
            var reconciled = booked.shown(shown, now);
            // Of one instruction at most one in a batch: first what went, then what came back.
            inBatches(reconciled.stream().filter(one -> !one.back()).toList());
            inBatches(reconciled.stream().filter(RecordReconciled::back).toList());
            inBatches(reports);
        }

        private ReportStatement report(List<Finding> findings) {
            var repayments = (int)
                    reports.stream().filter(ReportRepayment.class::isInstance).count();
            var counts = new Counts(
                    statement.lines().size(),
                    count(findings, Matched.class::isInstance),
                    count(findings, AmountDiffers.class::isInstance),
                    count(findings, DateShift.class::isInstance),
                    count(findings, OnlyOurs.class::isInstance),
                    count(findings, OnlyTheirs.class::isInstance) - repayments,
                    repayments);
            return new ReportStatement(
                    id("statement", statement.day().toString()),
                    bank.id(),
                    statement.day(),
                    statement.id(),
                    counts,
                    now);
        }
    }

    /** Whether it is written as we write the names of loans. */
    static boolean isLoan(String name) {
        return name.matches(LoanId.KIND + "-[A-Za-z0-9._-]{1,50}");
    }

    private static int count(List<Finding> findings, Predicate<Finding> which) {
        return (int) findings.stream().filter(which).count();
    }

    private void inBatches(List<? extends Addressed> all) {
        for (var from = 0; from < all.size(); from += BATCH) {
            commands.decideMany(all.subList(from, Math.min(all.size(), from + BATCH)), WHO)
                    .forEach(Reconciler::require);
        }
    }

    /** A part that failed fails the day: it is taken again. */
    static void require(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Failed<?> failed) {
            throw failed.cause();
        }
    }
}
