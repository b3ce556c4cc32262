package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The principal that is left on each day, as planned. */
record Balances(List<Segment> segments) {
    static Balances of(Schedule schedule) {
        var segments = new ArrayList<Segment>();
        var balance = 0L;
        var from = schedule.rows().getFirst().due();
        for (var row : schedule.rows()) {
            if (row.due().isAfter(from)) {
                segments.add(new Segment(from, row.due(), balance));
                from = row.due();
            }
            balance = row.balanceAfter(balance);
        }
        return new Balances(List.copyOf(segments));
    }

    /** Those between two dates, cut at both. */
    List<Segment> between(LocalDate from, LocalDate to) {
        var parts = new ArrayList<Segment>();
        for (var segment : segments) {
            var start = segment.from().isBefore(from) ? from : segment.from();
            var end = segment.to().isAfter(to) ? to : segment.to();
            if (start.isBefore(end)) {
                parts.add(new Segment(start, end, segment.balanceUnits()));
            }
        }
        return parts;
    }
}
