/**
 * Double entry: each money event becomes a balanced journal by posting rules that are data. Start at {@link
 * tallystick.loan.books.Ledger}; the rules are in {@code books/posting-rules.csv}, for cash and for accrual basis.
 * {@link tallystick.loan.books.Sums} answers for any day and instant.
 */
@NullMarked
package tallystick.loan.books;

import org.jspecify.annotations.NullMarked;
