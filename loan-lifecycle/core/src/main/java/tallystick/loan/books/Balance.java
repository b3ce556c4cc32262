package tallystick.loan.books;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;

/** Debits equal credits in every set of books, basis and currency, or nothing is written and the line stops. */
final class Balance {
    private record Column(String books, Basis basis, Currency currency) {}

    private Balance() {}

    static void check(Journal journal) {
        var sums = new HashMap<Column, BigDecimal>();
        for (var posting : journal.postings()) {
            var amount = posting.amount().amount();
            sums.merge(
                    new Column(
                            posting.books(), posting.basis(), posting.amount().currency()),
                    posting.side() == Posting.Side.DEBIT ? amount : amount.negate(),
                    BigDecimal::add);
        }
        sums.forEach((column, sum) -> {
            if (sum.signum() != 0) {
                throw new IllegalStateException(
                        "Expected debits and credits of the journal for %s to be equal; found a difference of %s %s, basis %s, in %s."
                                .formatted(
                                        journal.cause(),
                                        column.currency(),
                                        sum.toPlainString(),
                                        column.basis(),
                                        column.books()));
            }
        });
    }
}
