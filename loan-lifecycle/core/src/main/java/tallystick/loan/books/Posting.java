package tallystick.loan.books;

import tallystick.kernel.Money;

/**
 * One line of a journal.
 *
 * @param books whose; a journal is balanced in each
 */
record Posting(String books, Basis basis, String account, Side side, Money amount) {
    /** Which column. */
    enum Side {
        DEBIT,
        CREDIT
    }
}
