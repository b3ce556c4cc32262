package tallystick.loan.servicing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.LoanEvent.PromiseMade;

/**
 * What is done to get a loan paid.
 *
 * @param mandate the reference under which debits are allowed; null when they are not
 * @param debitedThrough the last day a debit was ordered for
 * @param promise what the borrower has promised and not yet kept or broken
 * @param reminders sent since the loan was last not late
 * @param contacts the latest contacts, the oldest first
 * @param debitFailed whether the last debit was refused or came back
 */
record Collecting(
        @Nullable String mandate,
        @Nullable LocalDate debitedThrough,
        @Nullable PromiseMade promise,
        int reminders,
        List<Instant> contacts,
        boolean debitFailed) {
    static final Collecting NOTHING = new Collecting(null, null, null, 0, List.of(), false);

    private static final int CONTACTS_KEPT = 20;

    Collecting {
        contacts = List.copyOf(contacts);
    }

    Collecting under(@Nullable String next) {
        return new Collecting(next, debitedThrough, promise, reminders, contacts, debitFailed);
    }

    Collecting debited(LocalDate through) {
        return new Collecting(mandate, through, promise, reminders, contacts, false);
    }

    Collecting failed() {
        return new Collecting(mandate, debitedThrough, promise, reminders, contacts, true);
    }

    Collecting promised(@Nullable PromiseMade next) {
        return new Collecting(mandate, debitedThrough, next, reminders, contacts, debitFailed);
    }

    Collecting reminded(int times) {
        return new Collecting(mandate, debitedThrough, promise, times, contacts, debitFailed);
    }

    Collecting contacted(Instant at) {
        var latest = Stream.concat(contacts.stream(), Stream.of(at))
                .skip(Math.max(0, contacts.size() + 1 - CONTACTS_KEPT))
                .toList();
        return new Collecting(mandate, debitedThrough, promise, reminders, latest, debitFailed);
    }

    long contactsSince(Instant now, int days) {
        var since = now.minus(Duration.ofDays(days));
        return contacts.stream().filter(at -> at.isAfter(since)).count();
    }
}
