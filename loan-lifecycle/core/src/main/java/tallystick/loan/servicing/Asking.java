package tallystick.loan.servicing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import tallystick.kernel.Money;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.decide.Things;
import tallystick.runtime.web.ValueNotAllowed;

/** What requests about a loan have in common: the loan, its day, and what values are allowed. */
final class Asking {
    private static final int LONGEST_TEXT = 500;

    private final Things things;
    private final BusinessDays days;
    private final ServicingSettings settings;
    private final InstantSource clock;

    Asking(Things things, BusinessDays days, ServicingSettings settings, InstantSource clock) {
        this.things = things;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    Loan loan(String id) {
        return things.find(Loan.class, id).orElseThrow().state();
    }

    ServicingSettings settings() {
        return settings;
    }

    Instant now() {
        return clock.instant();
    }

    /** The day on which money of the loan is booked now. */
    LocalDate today(Loan is) {
        return days.today(is.jurisdiction());
    }

    /** The same, but not before the loan ran. */
    LocalDate dayOf(Loan is) {
        var since = is.activeSince();
        var today = today(is);
        return since != null && today.isBefore(since) ? since : today;
    }

    /** A day from the loan's first to the business date. */
    LocalDate past(String pointer, LocalDate day, Loan is) {
        var today = today(is);
        if (day.isAfter(today)) {
            throw ValueNotAllowed.at(pointer, "in-the-future", "at most " + today, "" + day);
        }
        var since = is.activeSince();
        if (since != null && day.isBefore(since)) {
            throw ValueNotAllowed.at(pointer, "before-the-loan", "from " + since, "" + day);
        }
        return day;
    }

    /** What one person may change of the loan without a second one. */
    Money aloneLimit(Loan is) {
        return new Money(is.zero().currency(), settings.aloneLimit());
    }

    static String text(String pointer, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw ValueNotAllowed.at(pointer, "not-a-text", "1 to " + LONGEST_TEXT + " characters", "another length");
        }
        return text;
    }

    static Money positive(String pointer, Money amount, Loan is) {
        if (!amount.currency().equals(is.zero().currency()) || !amount.isPositive()) {
            throw ValueNotAllowed.at(
                    pointer,
                    "not-allowed",
                    "an amount above zero in " + is.zero().currency(),
                    "" + amount);
        }
        return amount;
    }
}
