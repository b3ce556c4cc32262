package tallystick.loan.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;

/**
 * Who lends, and who gets which share of what the borrower pays: the model of a programme, as data. Absent on a loan that
 * is all ours.
 *
 * @param cash in whose books the borrower's money arrives; others get theirs from there
 * @param lenders whose shares add up to one for each component, in the order in which rounding counts
 * @param until how the interest earned before was shared, the oldest first; empty while no share was sold
 */
public record Funding(Model model, BooksId cash, List<Lender> lenders, List<Former> until) {
    /** What a programme is. Public names. */
    public enum Model {
        /** We lend; banks move the money. */
        OWN_BALANCE,
        /** The bank lends; fees and a margin are ours. */
        FACILITATED,
        /** Each lends its share. */
        CO_LENT
    }

    /**
     * One who lends.
     *
     * @param bank pays out this share by an order of its own; null where the cash holder pays all
     * @param principal share of what is lent, and of what comes back of it
     */
    public record Lender(
            BooksId books,
            @Nullable BankId bank,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal penalties) {
        /** The same share of everything. */
        public static Lender of(BooksId books, @Nullable BankId bank, BigDecimal share) {
            return new Lender(books, bank, share, share, share, share);
        }
    }

    /** @param earned up to this much of the loan's interest, these lenders had earned it */
    public record Former(Money earned, List<Lender> lenders) {
        public Former {
            lenders = List.copyOf(lenders);
        }
    }

    public Funding {
        lenders = List.copyOf(lenders);
        until = until == null ? List.of() : List.copyOf(until);
    }

    /** All of it ours. */
    public static final Funding OWN = new Funding(
            Model.OWN_BALANCE, BooksId.OWN, List.of(Lender.of(BooksId.OWN, null, BigDecimal.ONE)), List.of());

    /** What was agreed, or that all of it is ours. */
    public static Funding orOwn(@Nullable Funding agreed) {
        return agreed == null ? OWN : agreed;
    }

    public Optional<Lender> lender(BooksId books) {
        return lenders.stream().filter(each -> each.books().equals(books)).findFirst();
    }
}
