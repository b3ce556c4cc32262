package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Funding;
import tallystick.loan.engine.StatementRow;
import tallystick.loan.shares.Bands;
import tallystick.loan.shares.Component;
import tallystick.loan.shares.Owners;

/** Who owns a loan in REST, and what of each row is whose. */
record OwnersView(
        String loan,
        Funding.Model model,
        String cash,
        String currency,
        List<Owner> owners,
        List<RowShare> rows,
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
            @Nullable BigDecimal annualRate) {}

    static OwnersView of(Loan loan) {
        var funding = Funding.orOwn(loan.booked().funding());
        return new OwnersView(
                loan.id().value(),
                funding.model(),
                funding.cash().value(),
                loan.zero().currency().getCurrencyCode(),
                funding.lenders().stream().map(Owner::of).toList(),
                rows(loan, funding),
                loan.proposals().stream()
                        .filter(proposal -> proposal.approvedBy() != null)
                        .flatMap(proposal -> claim(proposal).stream())
                        .toList());
    }

    /** Row by row from the last to the first, as what is left is split: so the parts of all rows are the shares of the whole. */
    private static List<RowShare> rows(Loan loan, Funding funding) {
        var principal = Bands.of(Owners.parts(funding.lenders(), Component.PRINCIPAL));
        var interest = Bands.of(Owners.parts(funding.lenders(), Component.INTEREST));
        var shares = new java.util.ArrayList<RowShare>();
        var lent = 0L;
        var earned = 0L;
        for (var row : Standing.of(loan).atLast().rows().reversed()) {
            var nextLent = lent + units(row, Component.PRINCIPAL);
            var nextEarned = earned + units(row, Component.INTEREST);
            var ofPrincipal = principal.between(lent, nextLent);
            var ofInterest = interest.between(earned, nextEarned);
            for (var lender : funding.lenders()) {
                var books = lender.books().value();
                shares.add(new RowShare(
                        row.row().nr(), books, amount(loan, ofPrincipal, books), amount(loan, ofInterest, books)));
            }
            lent = nextLent;
            earned = nextEarned;
        }
        return shares.reversed();
    }

    private static long units(StatementRow row, Component component) {
        return component == Component.PRINCIPAL
                ? row.row().parts().principalUnits()
                : row.row().parts().interestUnits();
    }

    private static BigDecimal amount(Loan loan, java.util.Map<String, Long> split, String books) {
        return tallystick.kernel.Money.ofMinor(loan.zero().currency(), split.getOrDefault(books, 0L))
                .amount();
    }

    private static java.util.Optional<Claim> claim(Proposal proposal) {
        return proposal.what() instanceof tallystick.loan.api.Change.PayGuarantee paid
                ? java.util.Optional.of(new Claim(
                        proposal.id(),
                        paid.guarantor().value(),
                        paid.rows(),
                        paid.amount().amount(),
                        paid.annualRate() == null ? null : paid.annualRate().perYear()))
                : java.util.Optional.empty();
    }
}
