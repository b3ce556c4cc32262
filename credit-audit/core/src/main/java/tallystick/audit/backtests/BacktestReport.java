package tallystick.audit.backtests;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of recorded cases under another rule set.
 *
 * @param erased cases whose facts are gone, and so were not judged
 * @param matrix how many cases went from which outcome to which: {@code APPROVE>DECLINE}
 * @param rates the mean yearly rate of cases approved both times
 * @param reasons how often each code was among the reasons
 * @param rows how often each row counted; nothing of what was recorded ever reached those with none
 * @param flipped the cases that came out otherwise, the first of them
 * @param caution what the figures cannot say
 */
record BacktestReport(
        String id,
        String ruleSet,
        LocalDate from,
        LocalDate to,
        @Nullable String product,
        @Nullable String channel,
        String sample,
        long judged,
        long erased,
        Map<String, Long> matrix,
        Shift approved,
        @Nullable Rates rates,
        Map<String, Shift> reasons,
        List<Row> rows,
        long flippedInAll,
        List<Flipped> flipped,
        String caution) {
    static final String CAUTION = "Declined applicants have no outcome: whether they would have paid is not known.";

    /** Then and now. */
    record Shift(long then, long now) {}

    /** Mean rates as fractions of a year. */
    record Rates(String then, String now) {}

    /** One row of a table. */
    record Row(String file, int row, long hits) {}

    /** One case, with the address of the audit that decided it. */
    record Flipped(
            String audit, int decision, String application, String then, String now, String reasons, String href) {}
}
