package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.shares.Component;

/** Who owns a loan in REST, and what of each row is whose. */
record OwnersView(
        String loan,
        Funding.Model model,
        String cash,
        String currency,
        List<Owner> owners,
        List<RowShare> rows,
        List<String> guarantors,
        List<Claim> claims) {
    /** @param bank pays its share out by itself; null where the one with the cash pays */
    record Owner(
            String books,
            @Nullable String bank,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal penalties) {
        static Owner of(Funding.Lender lender) {
            return new Owner(
                    lender.books().value(),
                    lender.bank() == null ? null : lender.bank().value(),
                    lender.principal(),
                    lender.interest(),
                    lender.fees(),
                    lender.penalties());
        }
    }

    /** What one has of a row; the shares of a row add up to it. */
    record RowShare(int nr, String books, BigDecimal principal, BigDecimal interest) {}

    record Claim(
            String claim,
            String guarantor,
            List<Integer> rows,
            BigDecimal amount,
            @Nullable BigDecimal annualRate) {
        static Claim of(Subrogation paid) {
            return new Claim(
                    paid.claim(),
                    paid.guarantor().value(),
                    paid.rows(),
                    paid.parts().debt().amount(),
                    paid.annualRate() == null ? null : paid.annualRate().perYear());
        }
    }

    static OwnersView of(Loan loan) {
        var funding = Funding.orOwn(loan.booked().funding());
        return new OwnersView(
                loan.id().value(),
                funding.model(),
                funding.cash().value(),
                loan.zero().currency().getCurrencyCode(),
                funding.lenders().stream().map(Owner::of).toList(),
                rows(loan, funding),
                Guarantees.known(loan).stream().map(BooksId::value).toList(),
                loan.subrogations().stream().map(Claim::of).toList());
    }

    private static List<RowShare> rows(Loan loan, Funding funding) {
        var now = Standing.of(loan).atLast();
        var principal = RowShares.of(Component.PRINCIPAL, now, funding.lenders());
        var interest = RowShares.of(Component.INTEREST, now, funding.lenders());
        var shares = new ArrayList<RowShare>();
        for (var i = 0; i < now.rows().size(); i++) {
            for (var lender : funding.lenders()) {
                shares.add(new RowShare(
                        now.rows().get(i).row().nr(),
                        lender.books().value(),
                        principal.of(i, lender.books()).amount(),
                        interest.of(i, lender.books()).amount()));
            }
        }
        return shares;
    }
}
