package tallystick.loan.api;

import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Sealed;

/**
 * To whom a bank is ordered to pay money back.
 *
 * @param loan whose borrower it is
 * @param account sealed for the borrower under the field {@code payoutAccount}
 */
public record RefundTo(LoanId loan, BankId bank, Sealed account) {}
