package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import tallystick.kernel.Money;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.ContactPolicy;
import tallystick.loan.api.LoanCommand.ImportLoan;
import tallystick.loan.api.LoanEvent.PromiseMade;
import tallystick.runtime.approval.FourEyes;

/** Every no a loan says, in words. */
final class Refusals {
    private Refusals() {}

    static Refused unknown(String id) {
        return no("loan-unknown", "No such loan", "Expected a loan %s; found none. Book it first.".formatted(id));
    }

    static Refused notActive(Loan loan) {
        return new Refusal(
                        "loan-not-active",
                        "The loan takes no money now",
                        "Expected loan %s to be ACTIVE; it is %s. Money that arrived all the same belongs into suspense."
                                .formatted(loan.id(), loan.state()),
                        Map.of("state", loan.state().name()))
                .asException();
    }

    static Refused alreadyReversed(Transaction moved) {
        return no(
                "already-reversed",
                "It is taken back already",
                "Expected transaction %d to stand; transaction %d took it back. Nothing is left to do."
                        .formatted(moved.nr(), moved.reversedBy()));
    }

    static Refused notReversible(int nr) {
        return no(
                "transaction-not-reversible",
                "This cannot be taken back",
                "Expected the number of a repayment; found %d. Look at the loan's transactions.".formatted(nr));
    }

    static Refused moneyMoved(Loan loan) {
        return no(
                "money-moved",
                "Money has moved",
                "Expected loan %s to be without a payout under way; it is %s. Prove the payout dead first."
                        .formatted(loan.id(), loan.state()));
    }

    static Refused quoteUnknown(String quote) {
        return no(
                "payoff-quote-unknown",
                "No such payoff quote",
                "Expected a payoff quote of this loan; found %s. Ask for one first.".formatted(quote));
    }

    static Refused quoteExpired(Quoted quote) {
        return no(
                "payoff-quote-expired",
                "The payoff quote has expired",
                "Expected money by %s, through which quote %s is good; it came later. Ask for a new one."
                        .formatted(quote.goodThrough(), quote.id()));
    }

    static Refused quoteOutdated(Quoted quote) {
        return no(
                "payoff-quote-outdated",
                "The loan has changed since",
                "Expected nothing to move after quote %s was given; something did. Ask for a new one."
                        .formatted(quote.id()));
    }

    static Refused entryUnknown(Loan loan, Money found) {
        return no(
                "entry-unknown",
                "Nobody entered this",
                "Expected an entry of %s on loan %s that no bank has told of yet; found none. Keep it in suspense."
                        .formatted(found, loan.id()));
    }

    static Refused bankHasTold(Loan loan, String row) {
        return no(
                "bank-has-told",
                "The bank has told of it",
                "Expected money that no bank has told loan %s of; row %s of the bank has brought it. Nothing is left to do."
                        .formatted(loan.id(), row));
    }

    static Refused otherThanQuoted(Quoted quote, Money found) {
        return no(
                "payoff-amount-differs",
                "Another amount was quoted",
                "Expected %s as quote %s says; found %s. Pay what was quoted, or without the quote."
                        .formatted(quote.total(), quote.id(), found));
    }

    static Refused payeeNotOpen(Loan loan, int leg) {
        return no(
                "payee-not-open",
                "The payee stays",
                "Expected leg %d of loan %s to be rejected by the bank; it is not. Wait for the proof."
                        .formatted(leg, loan.id()));
    }

    static Refused changeUnknown(String change) {
        return no(
                "change-unknown",
                "No such change",
                "Expected a change that was proposed; found %s. Propose it first.".formatted(change));
    }

    static Refused fourEyes(Proposal proposal) {
        return FourEyes.another("Expected somebody other than %s, who proposed %s. Ask a colleague."
                .formatted(proposal.by(), proposal.id()));
    }

    static Refused hashChanged(Proposal proposal) {
        return FourEyes.changed("Expected the hash %s of %s; found another. Look at it again."
                .formatted(proposal.hash(), proposal.id()));
    }

    static Refused chargeUnknown(int charge) {
        return no(
                "charge-unknown",
                "No such charge",
                "Expected the number of a charge of this loan; found %d. Look at its fees.".formatted(charge));
    }

    static Refused tooMuch(Loan loan, Money wanted, Money there, String of) {
        return no(
                "more-than-there-is",
                "There is not so much",
                "Expected at most %s, which loan %s has %s; found %s. Ask for less."
                        .formatted(there, loan.id(), of, wanted));
    }

    static Refused doneAlready(Loan loan, String what) {
        return no(
                "done-already",
                "It is done already",
                "Expected loan %s not to be %s; it is. Nothing is left to do.".formatted(loan.id(), what));
    }

    static Refused onHold(Loan loan) {
        return no(
                "on-hold",
                "The loan is on hold",
                "Expected loan %s to be without a hold; it is held: %s. Have it lifted first."
                        .formatted(loan.id(), loan.care().hold()));
    }

    static Refused noCoolingOff(Loan loan) {
        return no(
                "cooling-off-over",
                "The right to withdraw has ended",
                "Expected a loan with days to withdraw; loan %s was agreed without any. Ask for a payoff quote instead."
                        .formatted(loan.id()));
    }

    static Refused coolingOffOver(Loan loan, LocalDate until, LocalDate found) {
        return no(
                "cooling-off-over",
                "The right to withdraw has ended",
                "Expected a withdrawal from loan %s by %s; it is of %s. Ask for a payoff quote instead."
                        .formatted(loan.id(), until, found));
    }

    static Refused debitBeyondDebt(Loan loan, Money wanted, Money underway, Money owed) {
        return no(
                "more-than-there-is",
                "There is not so much",
                "Expected debits of at most %s, which loan %s owes, of which %s are under way; found %s more. Ask for less."
                        .formatted(owed, loan.id(), underway, wanted));
    }

    static Refused noAccount(Loan loan) {
        return no(
                "no-account",
                "There is no account to debit",
                "Expected loan %s to have been paid out to its borrower; it was not, and nobody else's account is debited."
                                .formatted(loan.id())
                        + " Name an account of the borrower at accounts first, by two people.");
    }

    static Refused guaranteeHeld(Loan loan, String claim) {
        return no(
                Servicing.GUARANTEE_HELD,
                "The guarantor's money is held",
                "Expected claim %s on loan %s to be unpaid; its money came too late, and is in suspense. Take it from there."
                        .formatted(claim, loan.id()));
    }

    static Refused guaranteeCame(Loan loan, String claim) {
        return no(
                "guarantee-came",
                "The guarantor's money came",
                "Expected claim %s on loan %s to be unpaid; it was paid, and the payment came back. Void it at guarantee-voids."
                        .formatted(claim, loan.id()));
    }

    static Refused guarantorUnknown(Loan loan, BooksId found) {
        return no(
                "guarantor-unknown",
                "Nobody guarantees it by this name",
                "Expected somebody who guarantees loan %s; found %s. Name them at guarantors first, by two people."
                        .formatted(loan.id(), found));
    }

    static Refused claimUnknown(Loan loan, String claim) {
        return no(
                "claim-unknown",
                "No such claim",
                "Expected a guarantor's claim on loan %s that stands; found %s. Look at the loan's owners."
                        .formatted(loan.id(), claim));
    }

    static Refused noAccountToPay(Loan loan) {
        return no(
                "no-account-to-pay",
                "No account of the borrower is known",
                "Expected loan %s to have been paid out to its borrower; it was not. Name an account of the borrower"
                                .formatted(loan.id())
                        + " at accounts first, by two people, or pay by an order outside.");
    }

    static Refused entryTooLarge(Money found, BigDecimal most) {
        return no(
                "authority-exceeded",
                "More than one person may enter",
                "Expected at most %s by one person; found %s. Let the bank report it, or raise tallystick.loan.entry-limit."
                        .formatted(most.toPlainString(), found));
    }

    static Refused inTheFuture(LocalDate found, LocalDate today) {
        return no(
                "value-date-in-the-future",
                "The money is not there yet",
                "Expected a value date by %s, the business date; found %s. Enter it when it has come."
                        .formatted(today, found));
    }

    static Refused inClosedPeriod(LocalDate found, LocalDate closed) {
        return no(
                "value-date-in-closed-period",
                "One person may not enter money of closed days",
                "Expected a value date after %s, through which days are closed; found %s. Propose it at repayment-proposals, and another approves."
                        .formatted(closed, found));
    }

    static Refused notAlone(Transaction moved, String because) {
        return no(
                "authority-exceeded",
                "More than one person may decide",
                "Expected money that one person may take back; transaction %d %s. Propose it at reversal-proposals, and another approves."
                        .formatted(moved.nr(), because));
    }

    static Refused notPossible(String why) {
        return no("change-not-possible", "The loan cannot become so", "Expected a change that can be: " + why);
    }

    static Refused promiseOpen(PromiseMade open) {
        return no(
                "promise-open",
                "A promise is open",
                "Expected no promise to be open; one of %s by %s is. Wait until it is kept or broken."
                        .formatted(open.amount(), open.until()));
    }

    static Refused contactAtThisHour(ContactPolicy policy, LocalTime found) {
        return no(
                "contact-not-allowed",
                "The borrower may not be contacted now",
                "Expected a contact from %s to %s where the borrower lives; it is %s there. Wait."
                        .formatted(policy.from(), policy.to(), found));
    }

    static Refused contactedOften(Loan loan, ContactPolicy policy) {
        return no(
                "contact-not-allowed",
                "The borrower may not be contacted now",
                "Expected fewer than %d contacts about loan %s within %d days; there were as many. Wait."
                        .formatted(policy.attempts(), loan.id(), policy.days()));
    }

    static Refused positionDiffers(ImportLoan c, Money ours) {
        return no(
                "position-differs",
                "The position is another",
                "Expected %s of %s to have %s of principal left as its terms and history say; its row says %s. Mend the row."
                        .formatted(c.reference(), c.portfolio(), ours, c.outstanding()));
    }

    static Refused sharesOff(BigDecimal found) {
        return no(
                "shares-off",
                "Shares do not add up",
                "Expected lenders that are each named once, with shares of each component from 0 that add up to 1; found %s. Mend the shares."
                        .formatted(found.toPlainString()));
    }

    static Refused notTheirs(BooksId seller, BigDecimal has, BigDecimal found) {
        return no(
                "not-theirs",
                "They do not own so much",
                "Expected a sale of at most %s, the share of %s, to somebody else; found %s. Sell less."
                        .formatted(has.toPlainString(), seller, found.toPlainString()));
    }

    static Refused stillOurs(Loan loan) {
        return no(
                "still-ours",
                "A part of it stays ours",
                "Expected nothing of loan %s to be ours when we leave it; something is. Sell all, or go on servicing it."
                        .formatted(loan.id()));
    }

    static Refused otherThanOwed(Loan loan, Money owed, Money found) {
        return no(
                "not-what-is-owed",
                "Another amount is owed",
                "Expected %s, what loan %s owes of this; found %s. Pay what is owed."
                        .formatted(owed, loan.id(), found));
    }

    private static Refused no(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }
}
