package tallystick.bank.spi;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a bank has written about a day. */
public sealed interface FetchResult {
    /**
     * The day is complete.
     *
     * @param id the bank's own name of it; the same for ever
     * @param lines everything that was booked, in the bank's order
     */
    record Statement(String id, LocalDate day, List<Line> lines) implements FetchResult {
        public Statement {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Every loan that the bank keeps, at the end of the day.
     *
     * @param id the bank's own name of it; the same for ever
     */
    record Positions(String id, LocalDate day, List<Position> loans) implements FetchResult {
        public Positions {
            loans = List.copyOf(loans);
        }
    }

    /** There is nothing yet, or not all of it: ask again later. */
    record NotYet(String why) implements FetchResult {}

    /**
     * No usable answer.
     *
     * @param evidence what was seen, without personal data
     */
    record FetchFailed(String evidence) implements FetchResult {}

    /** The bank writes no such thing, or does not give it this way. */
    record Unsupported() implements FetchResult {}

    /**
     * One booking.
     *
     * @param reference the bank's own of it; one booking has one for ever
     * @param instruction our id, where the bank repeats it
     * @param loan our loan, where the bank names it
     * @param direction whether money came to us or went from us
     */
    record Line(
            String reference,
            @Nullable String instruction,
            @Nullable String loan,
            Direction direction,
            Amount amount,
            LocalDate valueDate) {}

    /**
     * Where one loan stands by the bank's own count.
     *
     * @param loan our name of it
     * @param principal all that is left
     * @param interest what has fallen due and is not paid
     * @param daysPastDue from the oldest due date that is not paid; 0 when none is
     */
    record Position(String loan, Amount principal, Amount interest, long daysPastDue, Standing standing) {}

    /** Whether the bank's money is out. */
    enum Standing {
        ACTIVE,
        PAID_OFF,
        /** It never went, or came back. */
        NONE
    }

    /** Which way money went. */
    enum Direction {
        /** To us: a collection, a repayment, a payout that came back. */
        CREDIT,
        /** From us: a payout, a refund, a debit that was returned. */
        DEBIT
    }
}
