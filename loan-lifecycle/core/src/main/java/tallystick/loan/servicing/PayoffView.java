package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import tallystick.kernel.LoanId;

/** A payoff quote in REST. */
record PayoffView(
        String id,
        String loan,
        LocalDate goodThrough,
        BigDecimal principal,
        BigDecimal interest,
        BigDecimal fees,
        BigDecimal penalties,
        BigDecimal total,
        String currency,
        BigDecimal perDay,
        String state) {
    static PayoffView of(LoanId loan, Quoted quote, String state) {
        var parts = quote.parts();
        return new PayoffView(
                quote.id(),
                loan.value(),
                quote.goodThrough(),
                parts.principal().amount(),
                parts.interest().amount(),
                parts.fees().amount(),
                parts.penalties().amount(),
                quote.total().amount(),
                parts.principal().currency().getCurrencyCode(),
                quote.perDay().amount(),
                state);
    }

    static String state(Loan loan, Quoted quote, LocalDate today) {
        if (quote.used()) {
            return "USED";
        }
        if (quote.asOfTransaction() != loan.transactions().size()) {
            return "OUTDATED";
        }
        return today.isAfter(quote.goodThrough()) ? "EXPIRED" : "OPEN";
    }
}
