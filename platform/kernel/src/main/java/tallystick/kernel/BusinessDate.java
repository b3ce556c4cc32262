package tallystick.kernel;

import java.time.LocalDate;

/**
 * The day that the books of a jurisdiction stand on. It moves when a day is closed, not at midnight, and arrives in
 * commands as any other fact.
 */
public record BusinessDate(String jurisdiction, LocalDate date) implements Comparable<BusinessDate> {
    public BusinessDate {
        if (!jurisdiction.matches("[A-Z][A-Z0-9-]{1,15}")) {
            throw new IllegalArgumentException(
                    "Expected a jurisdiction such as CN; found '%s'.".formatted(jurisdiction));
        }
    }

    /** The day that follows once this one is closed. Books are closed for every day, weekends and holidays too. */
    public BusinessDate next() {
        return new BusinessDate(jurisdiction, date.plusDays(1));
    }

    public boolean isAfter(BusinessDate other) {
        return compareTo(other) > 0;
    }

    /** @throws IllegalArgumentException when the other date is of another jurisdiction */
    @Override
    public int compareTo(BusinessDate other) {
        if (!jurisdiction.equals(other.jurisdiction)) {
            throw new IllegalArgumentException(
                    "Expected a business date of %s; found %s.".formatted(jurisdiction, other));
        }
        return date.compareTo(other.date);
    }

    @Override
    public String toString() {
        return jurisdiction + " " + date;
    }
}
