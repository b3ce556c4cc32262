package tallystick.loan.servicing;

import org.jspecify.annotations.Nullable;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.loan.api.Change;

/** The orders to banks that changes by hand lead to. Their ids follow from the change: decided once, it is paid once. */
final class BankOrders {
    private BankOrders() {}

    /** The last order that a change led to; null where it leads to none. */
    static @Nullable InstructionId of(LoanId loan, Proposal proposal) {
        return switch (proposal.what()) {
            case Change.RefundCredit refund when refund.reference() == null -> refund(loan, proposal.id());
            case Change.PayGuarantee payment when payment.bank() != null -> guarantee(loan, proposal.id());
            case Change.SellShare sale when sale.bank() != null -> buyBack(loan, proposal.id(), proposal.orders());
            default -> null;
        };
    }

    static InstructionId refund(LoanId loan, String change) {
        return order("refund", loan, change);
    }

    static InstructionId guarantee(LoanId loan, String change) {
        return order("guarantee", loan, change);
    }

    /** @param nr which time the price is ordered; from 1 */
    static InstructionId buyBack(LoanId loan, String change, int nr) {
        return order("buy-back", loan, nr <= 1 ? change : change + "/" + nr);
    }

    private static InstructionId order(String kind, LoanId loan, String change) {
        return new InstructionId(Ids.derived(InstructionId.KIND, kind, loan.value(), change));
    }
}
