package tallystick.loan.books;

/** When income counts: as it is paid, or as it is earned. One posting may count in both. Stored by name. */
enum Basis {
    BOTH,
    CASH,
    ACCRUAL
}
