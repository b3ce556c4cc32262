package tallystick.loan.engine.calendars;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tallystick.kernel.BusinessCalendar;

/** The holiday tables that come with the engine. */
public final class Calendars {
    /** Names with versions, as terms write them. */
    public static final List<String> NAMES = List.of("CN-1", "TARGET-1", "US-1");

    private static final Map<String, BusinessCalendar> TABLES =
            NAMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), HolidayTable::read));

    private Calendars() {}

    /** Empty where there is none of that name and version. */
    public static Optional<BusinessCalendar> named(String nameAndVersion) {
        return Optional.ofNullable(TABLES.get(nameAndVersion));
    }
}
