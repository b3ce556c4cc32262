package tallystick.loan.servicing;

import java.util.Map;
import tallystick.kernel.Money;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.loan.api.LoanCommand.ImportLoan;

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

    static Refused positionDiffers(ImportLoan c, Money ours) {
        return no(
                "position-differs",
                "The position is another",
                "Expected %s of %s to have %s of principal left as its terms and history say; its row says %s. Mend the row."
                        .formatted(c.reference(), c.portfolio(), ours, c.outstanding()));
    }

    private static Refused no(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }
}
