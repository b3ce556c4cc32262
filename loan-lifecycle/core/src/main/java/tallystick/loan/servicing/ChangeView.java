package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.Change;
import tallystick.loan.api.NewTerms;

/**
 * A change by hand in REST.
 *
 * @param instruction the order to the bank that it led to
 * @param guarantor who is to guarantee the loan, or pays for the borrower
 * @param rows that a guarantor pays; empty for the whole loan
 * @param accountEnding the last characters of the account that it names
 * @param claim the payment of a guarantor that it undoes
 */
record ChangeView(
        String id,
        String loan,
        String type,
        Proposal.Progress state,
        @Nullable Money amount,
        String reason,
        LocalDate date,
        @Nullable NewTerms terms,
        @Nullable Integer transaction,
        @Nullable LocalDate valueDate,
        @Nullable String regulatoryClass,
        @Nullable String instruction,
        @Nullable String claim,
        @Nullable String guarantor,
        @Nullable List<Integer> rows,
        @Nullable BigDecimal annualRate,
        @Nullable String accountEnding,
        String by,
        @Nullable String approvedBy,
        String hash) {
    /** @param accountEnding of an account that it names, as an approver may see it */
    static ChangeView of(LoanId loan, Proposal proposal, @Nullable String accountEnding) {
        var paid = proposal.what() instanceof Change.PayGuarantee payment ? payment : null;
        return new ChangeView(
                proposal.id(),
                loan.value(),
                type(proposal.what()),
                proposal.progress(),
                amount(proposal.what()),
                proposal.reason(),
                proposal.date(),
                proposal.what() instanceof Change.ChangeTerms(var to) ? to : null,
                proposal.what() instanceof Change.Reverse reversal ? reversal.transaction() : null,
                proposal.what() instanceof Change.EnterRepayment entry ? entry.valueDate() : null,
                RegulatoryClasses.name(proposal),
                proposal.approvedBy() == null ? null : text(BankOrders.of(loan, proposal)),
                proposal.what() instanceof Change.VoidGuarantee(var claim) ? claim : null,
                guarantor(proposal.what()),
                paid == null ? null : paid.rows(),
                paid == null || paid.annualRate() == null
                        ? null
                        : paid.annualRate().perYear(),
                accountEnding,
                proposal.by(),
                proposal.approvedBy(),
                proposal.hash());
    }

    private static @Nullable String text(@Nullable InstructionId order) {
        return order == null ? null : order.value();
    }

    private static @Nullable String guarantor(Change what) {
        return switch (what) {
            case Change.NameGuarantor name -> name.guarantor().value();
            case Change.PayGuarantee payment -> payment.guarantor().value();
            default -> null;
        };
    }

    private static @Nullable Money amount(Change what) {
        return switch (what) {
            case Change.WaiveFee waiver -> waiver.amount();
            case Change.RefundCredit refund -> refund.amount();
            case Change.Forgive forgiveness -> forgiveness.amount();
            case Change.SellShare sale -> sale.price();
            case Change.PayGuarantee payment -> payment.amount();
            case Change.EnterRepayment entry -> entry.amount();
            case Change.ChargeOff _,
                    Change.WriteOff _,
                    Change.Reverse _,
                    Change.ChangeTerms _,
                    Change.VoidGuarantee _,
                    Change.NameGuarantor _,
                    Change.NameAccount _,
                    Change.Classify _ -> null;
        };
    }

    /** {@code WAIVE_FEE} of a {@code WaiveFee}. */
    private static String type(Change what) {
        return what instanceof Change.ChangeTerms(var to) ? to.kind().name() : named(what);
    }

    private static String named(Change what) {
        return what.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "_$1")
                .toUpperCase(Locale.ROOT);
    }
}
