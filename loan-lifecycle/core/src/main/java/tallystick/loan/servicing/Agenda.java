package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.LoanId;
import tallystick.loan.accruals.AccrualPlan;
import tallystick.loan.api.Bucket;
import tallystick.loan.engine.Row;
import tallystick.loan.engine.Statement;
import tallystick.loan.engine.StatementRow;
import tallystick.runtime.decide.Decided;

/**
 * What comes next on a loan, in the eyes of the day close. Follows from the loan and the last closed day alone, so it may
 * be computed again at any time.
 *
 * @param nextDue the first day after the closed one on which something unpaid falls due
 * @param nextAction the first day after the closed one on which a close may have something to do; null for never
 * @param principal what is left of it
 * @param movedOn the last day on which something moved, was charged or agreed
 */
public record Agenda(
        LoanId loan,
        long version,
        String jurisdiction,
        String state,
        String product,
        LocalDate bookedOn,
        String currency,
        @Nullable LocalDate nextDue,
        @Nullable LocalDate nextAction,
        @Nullable Bucket bucket,
        BigDecimal principal,
        BigDecimal overdue,
        AccrualPlan plan,
        @Nullable Task task,
        @Nullable LocalDate firstDue,
        @Nullable LocalDate movedOn) {
    /**
     * What a collector does next.
     *
     * @param on from which day on
     */
    public record Task(String what, LocalDate on) {}

    static Agenda of(Decided<Loan> decided, @Nullable LocalDate closed) {
        var loan = decided.state();
        var since = loan.activeSince();
        return since == null ? empty(decided) : running(decided, closed == null ? since : closed.plusDays(1));
    }

    private static Agenda empty(Decided<Loan> decided) {
        return with(decided, null, null, BigDecimal.ZERO, BigDecimal.ZERO, AccrualPlan.NOTHING, null, null);
    }

    /** @param next the day that is closed next */
    private static Agenda running(Decided<Loan> decided, LocalDate next) {
        var loan = decided.state();
        var now = Standing.of(loan).on(next);
        return with(
                decided,
                loan.state() == LoanState.ACTIVE ? nextDue(now) : null,
                nextAction(loan, now),
                now.outstanding().principal().amount(),
                now.overdue().amount(),
                Earnings.of(loan, now),
                due(now.rows().getFirst()),
                Standing.of(loan).lastDay());
    }

    private static Agenda with(
            Decided<Loan> decided,
            @Nullable LocalDate nextDue,
            @Nullable LocalDate nextAction,
            BigDecimal principal,
            BigDecimal overdue,
            AccrualPlan plan,
            @Nullable LocalDate firstDue,
            @Nullable LocalDate movedOn) {
        var loan = decided.state();
        return new Agenda(
                loan.id(),
                decided.version(),
                loan.jurisdiction(),
                loan.state().name(),
                loan.booked().product().name(),
                loan.booked().bookingDate(),
                loan.zero().currency().getCurrencyCode(),
                nextDue,
                nextAction,
                loan.care().bucket(),
                principal,
                overdue,
                plan,
                Tasks.of(loan),
                firstDue,
                movedOn);
    }

    private static @Nullable LocalDate nextDue(Statement now) {
        return now.rows().stream()
                .filter(row -> !row.isPaid() && !row.row().due().isBefore(now.asOf()))
                .map(row -> row.row().due())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate nextAction(Loan loan, Statement now) {
        var active = loan.state() == LoanState.ACTIVE;
        var late = active ? Lateness.days(now) : 0;
        if (loan.care().bucket() != Bucket.of(late)
                || (loan.care().resumes() && late == 0)
                || !LateFees.due(loan, now.asOf()).isEmpty()) {
            return now.asOf();
        }
        return active
                ? Stream.of(days(now).stream(), promised(loan), feesOf(loan, now))
                        .flatMap(each -> each)
                        .filter(day -> !day.isBefore(now.asOf()))
                        .min(LocalDate::compareTo)
                        .orElse(null)
                : null;
    }

    /** Each due date, and the days on which the oldest of what is unpaid makes the loan later. */
    private static List<LocalDate> days(Statement now) {
        var days = new ArrayList<LocalDate>();
        var unpaid = now.rows().stream().filter(row -> !row.isPaid()).toList();
        unpaid.stream().map(Agenda::due).forEach(days::add);
        now.capitalized().stream().map(Row::due).forEach(days::add);
        unpaid.stream()
                .findFirst()
                .map(Agenda::due)
                .ifPresent(oldest -> Arrays.stream(Bucket.values())
                        .map(bucket -> oldest.plusDays(bucket.from()))
                        .forEach(days::add));
        return days;
    }

    /** The days on which rows that stay unpaid bear a late fee, and the one after the payoff that was quoted instead. */
    private static Stream<LocalDate> feesOf(Loan loan, Statement now) {
        return LateFees.of(loan).stream()
                .flatMap(fees -> Stream.concat(
                        now.rows().stream().filter(row -> !row.isPaid()).map(row -> fees.dayOf(due(row))),
                        fees.quotedThrough().map(last -> last.plusDays(1)).stream()));
    }

    private static Stream<LocalDate> promised(Loan loan) {
        return Optional.ofNullable(loan.care().collecting().promise())
                .map(promise -> promise.until().plusDays(1))
                .stream();
    }

    private static LocalDate due(StatementRow row) {
        return Objects.requireNonNull(row.row().due());
    }
}
