package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.RefundCovered;
import tallystick.loan.api.LoanEvent.RefundFailed;
import tallystick.loan.api.Owed;
import tallystick.loan.api.PrepaymentEffect;
import tallystick.loan.api.Source;

/**
 * One movement of money on a loan, numbered from 1.
 *
 * @param note the bank's reference, as far as the person who entered it knew it
 * @param ordered whether a bank was ordered to move it, under its reference
 */
record Transaction(
        int nr,
        Type type,
        Money amount,
        LocalDate valueDate,
        Instant bookedAt,
        @Nullable Source source,
        @Nullable String reference,
        @Nullable Parts parts,
        @Nullable String payoffQuote,
        @Nullable Integer of,
        @Nullable Integer reversedBy,
        @Nullable Accounting accounting,
        @Nullable PrepaymentEffect effect,
        @Nullable Owed component,
        @Nullable String note,
        boolean ordered) {
    /** What moved. Public names. */
    enum Type {
        PAYOUT,
        PAYOUT_RETURN,
        REPAYMENT,
        REVERSAL,
        FORGIVENESS,
        REFUND,
        /** Interest that became principal by plan; below zero where it was too much. */
        CAPITALIZATION,
        /** What was refunded and has to be given back. */
        REFUND_OWED
    }

    /** Money that another system took before the loan came to us. */
    static Transaction before(int nr, Money amount, LocalDate valueDate, Instant bookedAt, @Nullable Parts parts) {
        var reference = "before/" + nr;
        return new Transaction(
                nr,
                Type.REPAYMENT,
                amount,
                valueDate,
                bookedAt,
                Source.IMPORT,
                reference,
                parts,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    /** Money that moves outside the schedule. */
    static Transaction other(
            int nr,
            Type type,
            Money amount,
            LocalDate valueDate,
            Instant bookedAt,
            @Nullable String reference,
            @Nullable Parts parts) {
        return new Transaction(
                nr, type, amount, valueDate, bookedAt, null, reference, parts, null, null, null, null, null, null, null,
                false);
    }

    /** What was owed of a refund is not owed any more. */
    static Transaction covered(RefundCovered e) {
        return back(e.transaction(), e.amount(), e.valueDate(), e.at(), e.of(), e.accounting());
    }

    /** What was to be refunded is there again. */
    static Transaction failed(RefundFailed e) {
        return back(e.transaction(), e.amount(), e.valueDate(), e.at(), e.of(), null);
    }

    private static Transaction back(
            int nr, Money amount, LocalDate valueDate, Instant bookedAt, int of, @Nullable Accounting accounting) {
        return new Transaction(
                nr,
                Type.REVERSAL,
                amount,
                valueDate,
                bookedAt,
                null,
                null,
                null,
                null,
                of,
                null,
                accounting,
                null,
                null,
                null,
                false);
    }

    /** Debt that was let off. */
    static Transaction forgiven(
            int nr,
            Money amount,
            LocalDate valueDate,
            Instant bookedAt,
            String change,
            @Nullable Parts parts,
            @Nullable Owed component) {
        return new Transaction(
                nr,
                Type.FORGIVENESS,
                amount,
                valueDate,
                bookedAt,
                null,
                change,
                parts,
                null,
                null,
                null,
                null,
                null,
                component,
                null,
                false);
    }

    /** Whether a bank has told of it, or another system: not one of our people. */
    boolean isBankMoney() {
        return source != null && source != Source.OFFICER_ENTRY;
    }

    /** Whether one of our people entered it and no bank has told of it yet. */
    boolean waitsForBank() {
        return source == Source.OFFICER_ENTRY && type == Type.REPAYMENT && reversedBy == null;
    }

    /** Whether whoever entered it said that it is a bank's row. */
    boolean hasNote() {
        return note != null && !note.isBlank();
    }

    /** Whether that is this row; people leave out whose it is. */
    boolean notes(String row) {
        return hasNote() && isRow(row, note);
    }

    /** Whether a bank told of it under what somebody notes. */
    boolean isTold(String noted) {
        return reversedBy == null
                && isBankMoney()
                && source != Source.IMPORT
                && reference != null
                && isRow(reference, noted);
    }

    static boolean isRow(String row, @Nullable String noted) {
        return row.equals(noted) || row.substring(row.indexOf('/') + 1).equals(noted);
    }

    /** The same money as a bank tells of it. */
    Transaction toldBy(Source bank) {
        return with(bank, parts, reversedBy);
    }

    /** Credit that was paid back, as far as anybody knows. */
    boolean isRefund() {
        return type == Type.REFUND && reversedBy == null;
    }

    /** The same where a bank was ordered to pay it. */
    Transaction byOrder() {
        return new Transaction(
                nr,
                type,
                amount,
                valueDate,
                bookedAt,
                source,
                reference,
                parts,
                payoffQuote,
                of,
                reversedBy,
                accounting,
                effect,
                component,
                note,
                true);
    }

    /** Whether it is a refund that the borrower has to give back. */
    boolean isOwedBack() {
        return type == Type.REFUND_OWED && reversedBy == null;
    }

    /** Whether the engine counts it as money that pays rows. */
    boolean pays() {
        return (type == Type.REPAYMENT || type == Type.FORGIVENESS) && reversedBy == null;
    }

    Transaction reversed(int by) {
        return with(source, parts, by);
    }

    Transaction restated(Parts now) {
        return with(source, now, reversedBy);
    }

    private Transaction with(@Nullable Source toldBy, @Nullable Parts paid, @Nullable Integer takenBackBy) {
        return new Transaction(
                nr,
                type,
                amount,
                valueDate,
                bookedAt,
                toldBy,
                reference,
                paid,
                payoffQuote,
                of,
                takenBackBy,
                accounting,
                effect,
                component,
                note,
                ordered);
    }

    String id() {
        return Integer.toString(nr);
    }
}
