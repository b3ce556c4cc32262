package tallystick.loan.days;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.Jurisdiction;

/**
 * Which date it is where a loan was made. Books stand on the first day that is not closed; money is booked on the
 * calendar's day, and on the day after one that is closed, or being closed, before it is over.
 */
public final class BusinessDays {
    private final JdbcClient database;
    private final InstantSource clock;

    BusinessDays(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Row(
            @Nullable LocalDate lastClosed, @Nullable LocalDate running) {}

    /** The date on which money is booked now. */
    public LocalDate today(String jurisdiction) {
        var calendar = calendarDate(jurisdiction);
        var row = row(jurisdiction);
        var last = row.running() == null ? row.lastClosed() : row.running();
        return last == null || last.isBefore(calendar) ? calendar : last.plusDays(1);
    }

    /** The day that somebody asks for, or the one on which money is booked now. */
    public LocalDate orToday(@Nullable LocalDate asked, String jurisdiction) {
        return asked == null ? today(jurisdiction) : asked;
    }

    public LocalDate calendarDate(String jurisdiction) {
        return Jurisdiction.named(jurisdiction).dateAt(clock.instant());
    }

    /** The last day that is closed; null before the first. */
    public @Nullable LocalDate lastClosed(String jurisdiction) {
        return row(jurisdiction).lastClosed();
    }

    /** The day that is being closed. */
    public @Nullable LocalDate running(String jurisdiction) {
        return row(jurisdiction).running();
    }

    /** The first day that is not closed: the calendar's where none ever was. */
    public LocalDate businessDate(String jurisdiction) {
        var last = row(jurisdiction).lastClosed();
        return last == null ? calendarDate(jurisdiction) : last.plusDays(1);
    }

    /** The latest date on which any jurisdiction books now. */
    public LocalDate latest() {
        return everywhere().max(LocalDate::compareTo).orElseThrow();
    }

    /** The earliest date on which any jurisdiction books now. */
    public LocalDate earliest() {
        return everywhere().min(LocalDate::compareTo).orElseThrow();
    }

    private Stream<LocalDate> everywhere() {
        return Arrays.stream(Jurisdiction.values()).map(known -> today(known.name()));
    }

    private Row row(String jurisdiction) {
        Optional<Row> known = database.sql(
                        "select last_closed, running from loan.business_days_v1 where jurisdiction = ?")
                .param(jurisdiction)
                .query((row, _) -> new Row(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .optional();
        return known.orElse(new Row(null, null));
    }
}
