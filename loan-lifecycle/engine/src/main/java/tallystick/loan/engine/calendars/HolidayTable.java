package tallystick.loan.engine.calendars;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tallystick.kernel.BusinessCalendar;

/** Reads a table: lines of date, kind, name and source, after a header; lines that start with # are for people. */
final class HolidayTable {
    private static final String HEADER = "date,kind,name,source";
    private static final int COLUMNS = 4;

    private final String file;
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> workingDays = new HashSet<>();

    private HolidayTable(String file) {
        this.file = file;
    }

    static BusinessCalendar read(String nameAndVersion) {
        return parse(nameAndVersion, lines(nameAndVersion + ".csv"));
    }

    static BusinessCalendar parse(String nameAndVersion, List<String> lines) {
        var table = new HolidayTable(nameAndVersion + ".csv");
        lines.stream()
                .filter(line -> !line.startsWith("#") && !line.equals(HEADER))
                .forEach(table::add);
        var dash = nameAndVersion.lastIndexOf('-');
        return new BusinessCalendar(
                nameAndVersion.substring(0, dash),
                nameAndVersion.substring(dash + 1),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                table.holidays,
                table.workingDays);
    }

    private void add(String line) {
        var columns = line.split(",", -1);
        if (columns.length != COLUMNS || columns[COLUMNS - 1].isBlank()) {
            throw new IllegalArgumentException(
                    "Expected date, kind, name and source in %s; found '%s'.".formatted(file, line));
        }
        var date = LocalDate.parse(columns[0]);
        var isNew = switch (columns[1]) {
            case "HOLIDAY" -> holidays.add(date);
            case "WORKING_DAY" -> workingDays.add(date);
            default ->
                throw new IllegalArgumentException(
                        "Expected HOLIDAY or WORKING_DAY in %s; found '%s'.".formatted(file, columns[1]));
        };
        if (!isNew) {
            throw new IllegalArgumentException("Expected each date once in %s; found %s again.".formatted(file, date));
        }
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(HolidayTable.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
