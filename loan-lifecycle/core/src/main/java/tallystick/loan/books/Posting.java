package tallystick.loan.books;

import tallystick.kernel.Money;

/** One line of a journal. */
record Posting(Basis basis, String account, Side side, Money amount) {
    /** Which column. */
    enum Side {
        DEBIT,
        CREDIT
    }
}
