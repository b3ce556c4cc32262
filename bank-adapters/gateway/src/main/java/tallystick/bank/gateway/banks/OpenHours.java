package tallystick.bank.gateway.banks;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tallystick.bank.spi.Capabilities.Hours;
import tallystick.bank.spi.Operation;
import tallystick.kernel.BusinessCalendar;

/**
 * When a bank takes what in: hours by operation, on the business days of its calendar. What comes after the cut-off
 * waits for the next opening. An operation without hours is taken in at any time.
 *
 * <p>Operators say {@code hours.pay-out=09:00-17:00}, {@code hours.zone}, {@code hours.holidays}, {@code
 * hours.working-days} and {@code hours.weekend}; what they do not say is the adapter's.
 */
public record OpenHours(Map<Operation, Hours> hours, BusinessCalendar calendar, ZoneId zone) {
    private static final Set<String> OTHERS = Set.of("zone", "holidays", "working-days", "weekend");

    public OpenHours {
        hours = Map.copyOf(hours);
    }

    /** @throws IllegalArgumentException naming the setting that cannot work */
    static OpenHours of(String bank, Map<Operation, Hours> declared, Map<String, String> said) {
        var zone = ZoneId.of(said.getOrDefault("hours.zone", "UTC"));
        var hours = new EnumMap<Operation, Hours>(Operation.class);
        hours.putAll(declared);
        said.forEach((name, value) -> {
            if (name.startsWith("hours.") && !OTHERS.contains(name.substring(6))) {
                hours.put(operation(name), hours(name, value, zone));
            }
        });
        return new OpenHours(hours, calendar(bank, said), zone);
    }

    private static Operation operation(String name) {
        return Operation.valueOf(name.substring(6).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Hours hours(String name, String value, ZoneId zone) {
        var parts = value.split("-", -1);
        try {
            return new Hours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]), zone);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "%s: expected hours such as 09:00-17:00; found '%s'.".formatted(name, value), wrong);
        }
    }

    private static BusinessCalendar calendar(String bank, Map<String, String> said) {
        return new BusinessCalendar(
                bank,
                "settings",
                set(said.getOrDefault("hours.weekend", "SATURDAY,SUNDAY"), DayOfWeek::valueOf),
                set(said.getOrDefault("hours.holidays", ""), LocalDate::parse),
                set(said.getOrDefault("hours.working-days", ""), LocalDate::parse));
    }

    private static <T> Set<T> set(String list, Function<String, T> one) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(one)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** When it is taken in next; empty while it is taken in. */
    public Optional<Instant> opens(Operation operation, Instant now) {
        var its = hours.get(operation);
        if (its == null) {
            return Optional.empty();
        }
        var there = now.atZone(its.zone());
        var today = there.toLocalDate();
        var isDay = calendar.isBusinessDay(today);
        if (isDay && there.toLocalTime().isBefore(its.opens())) {
            return Optional.of(at(its, today));
        }
        return isDay && there.toLocalTime().isBefore(its.cutOff())
                ? Optional.empty()
                : Optional.of(at(its, calendar.next(today)));
    }

    /** The bank's day at a moment. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** From when on the bank must know what was sent then: the cut-off of its day. */
    public Instant known(Operation operation, Instant sent) {
        var its = hours.get(operation);
        if (its == null) {
            return sent;
        }
        var day = sent.atZone(its.zone()).toLocalDate();
        var cutOff = day.atTime(its.cutOff()).atZone(its.zone()).toInstant();
        return cutOff.isBefore(sent) ? sent : cutOff;
    }

    private static Instant at(Hours hours, LocalDate day) {
        return day.atTime(hours.opens()).atZone(hours.zone()).toInstant();
    }
}
