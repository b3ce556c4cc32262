package tallystick.audit.reviews;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallystick.audit.tables.ShippedTable;
import tallystick.kernel.Jurisdiction;

/** How many whole days an applicant has to bring what is asked for, by the law of the place: {@code notices/answers.csv}. */
final class TimeToAnswer {
    private static final Map<String, Integer> DAYS = ShippedTable.rows("/notices/answers.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> Integer.valueOf(row.get(1))));

    private TimeToAnswer() {}

    /** The first moment that is too late. Cases from before their law was kept with them have the longest time of all. */
    static Instant end(@Nullable String jurisdiction, Instant asked) {
        return Arrays.stream(Jurisdiction.values())
                .filter(place -> jurisdiction == null || place.name().equals(jurisdiction))
                .map(place -> place.startOf(place.dateAt(asked).plusDays(days(place.name()) + 1L)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    static int days(String jurisdiction) {
        return Objects.requireNonNull(DAYS.get(jurisdiction), jurisdiction);
    }
}
