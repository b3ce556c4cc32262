package tallystick.loan.servicing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;
import tallystick.loan.api.Change;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.decide.Things;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.ValueNotAllowed;

/** What requests about a loan have in common: the loan, its day, and what values are allowed. */
final class Asking {
    private static final int LONGEST_TEXT = 500;

    /** The field under which banks open it. */
    private static final String ACCOUNT = "payoutAccount";

    private static final int SHOWN = 4;

    private final Things things;
    private final BusinessDays days;
    private final ServicingSettings settings;
    private final InstantSource clock;
    private final Sealing sealing;

    Asking(Things things, BusinessDays days, ServicingSettings settings, InstantSource clock, Sealing sealing) {
        this.sealing = sealing;
        this.things = things;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    Loan loan(String id) {
        return things.find(Loan.class, id).orElseThrow().state();
    }

    /** As people see it: an approver sees which account it is about. */
    ChangeView shown(LoanId loan, Proposal proposal) {
        return ChangeView.of(
                loan, proposal, proposal.what() instanceof Change.NameAccount named ? ending(named.account()) : null);
    }

    Sealed seal(Loan is, String account) {
        return sealing.seal(is.booked().borrower().value(), Sealed.Purpose.IDENTITY, ACCOUNT, account);
    }

    private String ending(Sealed account) {
        var number = sealing.open(account, ACCOUNT).textOr(_ -> "");
        return number.substring(Math.max(0, number.length() - SHOWN));
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
