package tallystick.audit.notices;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tallystick.audit.api.Reason;
import tallystick.audit.api.Wanted;
import tallystick.audit.tables.ShippedTable;

/** The languages notices are written in. */
enum Language {
    EN(1, "Application", DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)),
    ZH(2, "申请编号", DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE));

    private static final Map<String, String> CHINESE = ShippedTable.rows("/notices/reasons-zh.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));
    private static final Map<Wanted, List<String>> WANTED = ShippedTable.rows("/notices/wanted.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> Wanted.valueOf(row.get(0)), row -> row));

    private final int column;
    private final String reference;
    private final DateTimeFormatter days;

    /** @param column of {@code notices/wanted.csv} */
    Language(int column, String reference, DateTimeFormatter days) {
        this.column = column;
        this.reference = reference;
        this.days = days;
    }

    /** A reason that nobody has translated is told as the rules have it, rather than not at all. */
    Reason of(Reason reason) {
        return this == ZH ? new Reason(reason.code(), CHINESE.getOrDefault(reason.code(), reason.text())) : reason;
    }

    String of(Wanted wanted) {
        return Objects.requireNonNull(WANTED.get(wanted), wanted.name()).get(column);
    }

    String of(LocalDate day) {
        return days.format(day);
    }

    static boolean isTranslated(String code) {
        return CHINESE.containsKey(code);
    }

    String reference() {
        return reference;
    }
}
