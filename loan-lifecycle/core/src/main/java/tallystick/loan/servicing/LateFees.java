package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tallystick.kernel.Money;
import tallystick.loan.api.FeeKind;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.FeeCharged;
import tallystick.loan.api.LoanEvent.Late;
import tallystick.loan.api.LoanEvent.LateFeeCorrected;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.LateRow;

/**
 * Late fees: a close charges them on the day after the days of grace, once a row. What each comes to follows from the facts
 * without late fees, so none is charged for want of another, and a fact that comes late corrects those that it touches.
 */
record LateFees(Loan is, Terms.LateFee rule) {
    static final String NAME = "Late fee";

    static Optional<LateFees> of(Loan is) {
        return Optional.ofNullable(is.terms().lateFee()).map(rule -> new LateFees(is, rule));
    }

    /** What a close charges on its day; what the law does not allow is not charged, and told. */
    static List<LoanEvent> charge(Loan is, LocalDate day, Instant at) {
        return of(is).map(fees -> fees.charge(day, at)).orElse(List.of());
    }

    private List<LoanEvent> charge(LocalDate day, Instant at) {
        var events = new ArrayList<LoanEvent>();
        var now = is;
        for (var row : notCharged(day)) {
            var fee = charged(now, rule, row, day, at);
            events.add(fee);
            now = Telling.after(now, fee);
        }
        if (!events.isEmpty()) {
            var standing = Standing.of(now);
            Restating.follow(now, standing, standing.atLast(), day, at, events);
        }
        return events;
    }

    /** The rows for which a close of the day charges a fee. */
    static List<LateRow> due(Loan is, LocalDate day) {
        return of(is).map(fees -> fees.notCharged(day)).orElse(List.of());
    }

    private List<LateRow> notCharged(LocalDate day) {
        var promised = quotedThrough().filter(last -> !day.isAfter(last)).isPresent();
        if (is.state() != LoanState.ACTIVE || is.care().hold() != null || promised) {
            return List.of();
        }
        var amount = new LateFeeAmount(is, rule);
        return others(is).late(rule.graceDays(), day).stream()
                .filter(row ->
                        charges(is).noneMatch(fee -> row.due().equals(late(fee).row())))
                .filter(row -> !isSpared(row) && amount.asked(row.left()).isPositive())
                .toList();
    }

    /** Until then the loan is paid off by what was quoted, and no fee may come on top. */
    Optional<LocalDate> quotedThrough() {
        return is.quotes().stream()
                .filter(quote -> !quote.used()
                        && quote.asOfTransaction() == is.transactions().size())
                .map(Quoted::goodThrough)
                .max(Comparator.naturalOrder());
    }

    /** What fell into a hold, or was late before another system handed the loan over. */
    private boolean isSpared(LateRow row) {
        var held = is.care().sparedThrough();
        var day = dayOf(row.due());
        return (held != null && !day.isAfter(held))
                || (is.legs().isEmpty() && !day.isAfter(is.booked().bookingDate()));
    }

    /** The close that charges a row which is not paid by then. */
    LocalDate dayOf(LocalDate due) {
        return due.plusDays(rule.graceDays() + 1L);
    }

    private static FeeCharged charged(Loan is, Terms.LateFee rule, LateRow row, LocalDate day, Instant at) {
        var fee = new LateFeeAmount(is, rule).of(row.due(), row.left(), day);
        var nr = is.charges().size() + 1;
        return new FeeCharged(
                is.id(),
                nr,
                "late-%s-%d".formatted(row.due(), nr),
                FeeKind.PENALTY,
                NAME,
                fee.amount(),
                day,
                day,
                "day close",
                at,
                fee.late());
    }

    /** Those that are told and come to something else now. */
    static List<LoanEvent> corrected(Loan is, LocalDate bookingDate, Instant at) {
        var told = charges(is).toList();
        var correctable = is.state() == LoanState.ACTIVE || is.state() == LoanState.PAID_OFF;
        return told.isEmpty() || !correctable
                ? List.of()
                : of(is).map(fees -> fees.corrected(told, bookingDate, at)).orElse(List.of());
    }

    private List<LoanEvent> corrected(List<Charge> told, LocalDate bookingDate, Instant at) {
        var rows = others(is).late(rule.graceDays(), told.getLast().date());
        var before = is.withCharges(byHand(is));
        var events = new ArrayList<LoanEvent>();
        for (var charge : told) {
            var due = late(charge).row();
            var left = rows.stream()
                    .filter(row -> row.due().equals(due))
                    .map(LateRow::left)
                    .reduce(is.zero(), Money::plus);
            var fee = new LateFeeAmount(before, rule).again(charge, left);
            if (!fee.equals(new LateFeeAmount.Fee(charge.amount(), late(charge)))) {
                events.add(new LateFeeCorrected(is.id(), charge.nr(), fee.amount(), fee.late(), bookingDate, at));
            }
            before = before.plus(charge.of(fee.amount(), fee.late()));
        }
        return events;
    }

    private static Stream<Charge> charges(Loan is) {
        return is.charges().stream().filter(Charge::isLateFee);
    }

    private static List<Charge> byHand(Loan is) {
        return is.charges().stream().filter(charge -> !charge.isLateFee()).toList();
    }

    /** As if no late fee had been charged. */
    private static Standing others(Loan is) {
        return Standing.of(is.withCharges(byHand(is)));
    }

    private static Late late(Charge charge) {
        return Objects.requireNonNull(charge.late());
    }

    /** Of a debt that is no more no row is late. */
    static List<LoanEvent> takenBack(Loan is, LocalDate bookingDate, Instant at) {
        return charges(is)
                .<LoanEvent>map(charge -> new LateFeeCorrected(is.id(), charge.nr(), is.zero(), null, bookingDate, at))
                .toList();
    }
}
