package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import tallystick.loan.engine.RowType;
import tallystick.loan.engine.Step;

/** The due dates of a loan that are still to come, and others in their place. */
record RowsToCome(List<LocalDate> dates, Step every, LocalDate today) {
    static RowsToCome of(Loan loan, LocalDate today) {
        var dates = Standing.of(loan).on(today).rows().stream()
                .filter(row -> row.row().type() == RowType.INSTALLMENT)
                .map(row -> row.row().due())
                .filter(due -> due.isAfter(today))
                .toList();
        if (dates.isEmpty()) {
            throw Refusals.notPossible("loan %s has no row to come.".formatted(loan.id()));
        }
        return new RowsToCome(dates, Step.parse(loan.terms().every()), today);
    }

    /** Each row falls due so many rows later; behind the last one the step goes on. */
    List<LocalDate> paused(int rows) {
        return IntStream.range(rows, dates.size() + rows).mapToObj(this::date).toList();
    }

    private LocalDate date(int place) {
        var last = dates.size() - 1;
        return place <= last ? dates.get(place) : every.after(dates.getLast(), place - last);
    }

    /** The same months on another day, all of them a month later where the first would lie in the past. */
    List<LocalDate> onDay(int day) {
        var months = dates.getFirst().withDayOfMonth(day).isAfter(today) ? 0 : 1;
        return dates.stream()
                .map(due -> due.withDayOfMonth(day).plusMonths(months))
                .toList();
    }
}
