package tallystick.loan.books;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;

/** Debits equal credits in every currency, or nothing is written and the line stops. */
final class Balance {
    private Balance() {}

    static void check(String cause, List<Posting> postings) {
        var sums = new HashMap<Currency, BigDecimal>();
        for (var posting : postings) {
            var amount = posting.amount().amount();
            sums.merge(
                    posting.amount().currency(),
                    posting.side() == Posting.Side.DEBIT ? amount : amount.negate(),
                    BigDecimal::add);
        }
        sums.forEach((currency, sum) -> {
            if (sum.signum() != 0) {
                throw new IllegalStateException(
                        "Expected debits and credits of the journal for %s to be equal; found a difference of %s %s."
                                .formatted(cause, currency, sum.toPlainString()));
            }
        });
    }
}
