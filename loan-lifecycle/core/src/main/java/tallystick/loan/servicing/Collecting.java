package tallystick.loan.servicing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanEvent.PromiseMade;

/**
 * What is done to get a loan paid.
 *
 * @param mandate the reference under which debits are allowed; null when they are not
 * @param debitedThrough the last day a debit was ordered for
 * @param promise what the borrower has promised and not yet kept or broken
 * @param reminders sent since the loan was last not late
 * @param contacts the latest contacts, the oldest first
 * @param open debits that were ordered and have brought nothing yet
 * @param debitFailed whether the last debit was refused or came back
 */
record Collecting(
        @Nullable String mandate,
        @Nullable LocalDate debitedThrough,
        @Nullable PromiseMade promise,
        int reminders,
        List<Instant> contacts,
        List<OpenDebit> open,
        boolean debitFailed) {
    /** A debit that the bank has not answered. */
    record OpenDebit(String instruction, Money amount) {}

    static final Collecting NOTHING = new Collecting(null, null, null, 0, List.of(), List.of(), false);

    private static final int CONTACTS_KEPT = 20;

    Collecting {
        contacts = List.copyOf(contacts);
        open = List.copyOf(open);
    }

    Collecting under(@Nullable String next) {
        return new Collecting(next, debitedThrough, promise, reminders, contacts, open, debitFailed);
    }

    Collecting debited(LocalDate through) {
        return new Collecting(mandate, through, promise, reminders, contacts, open, false);
    }

    Collecting ordered(InstructionId instruction, Money amount) {
        var next = new ArrayList<>(open);
        next.add(new OpenDebit(instruction.value(), amount));
        return new Collecting(mandate, debitedThrough, promise, reminders, contacts, next, debitFailed);
    }

    /** The bank has answered: what it brought is told elsewhere. */
    Collecting answered(String instruction) {
        var next = open.stream()
                .filter(debit -> !debit.instruction().equals(instruction))
                .toList();
        return new Collecting(mandate, debitedThrough, promise, reminders, contacts, next, debitFailed);
    }

    Collecting failed() {
        return new Collecting(mandate, debitedThrough, promise, reminders, contacts, open, true);
    }

    boolean isOpen(InstructionId instruction) {
        return open.stream().anyMatch(debit -> debit.instruction().equals(instruction.value()));
    }

    /** What all open debits may still bring. */
    Money underway(Money zero) {
        return open.stream().map(OpenDebit::amount).reduce(zero, Money::plus);
    }

    Collecting promised(@Nullable PromiseMade next) {
        return new Collecting(mandate, debitedThrough, next, reminders, contacts, open, debitFailed);
    }

    Collecting reminded(int times) {
        return new Collecting(mandate, debitedThrough, promise, times, contacts, open, debitFailed);
    }

    Collecting contacted(Instant at) {
        var latest = Stream.concat(contacts.stream(), Stream.of(at))
                .skip(Math.max(0, contacts.size() + 1 - CONTACTS_KEPT))
                .toList();
        return new Collecting(mandate, debitedThrough, promise, reminders, latest, open, debitFailed);
    }

    long contactsSince(Instant now, int days) {
        var since = now.minus(Duration.ofDays(days));
        return contacts.stream().filter(at -> at.isAfter(since)).count();
    }
}
