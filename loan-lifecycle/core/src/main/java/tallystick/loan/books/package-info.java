/**
 * Double entry: each money event becomes a balanced journal by posting rules that are data. Start at {@link
 * tallystick.loan.books.Ledger}; the rules are in {@code books/posting-rules.csv}. Cash basis: interest is income when it
 * is paid.
 */
@NullMarked
package tallystick.loan.books;

import org.jspecify.annotations.NullMarked;
