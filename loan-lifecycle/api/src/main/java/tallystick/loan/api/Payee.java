package tallystick.loan.api;

import tallystick.kernel.Money;
import tallystick.kernel.Sealed;

/**
 * One leg of a payout as frozen in the contract.
 *
 * @param account the account number, sealed for the borrower under the field {@code payoutAccount}
 */
public record Payee(int leg, Sealed account, Money amount, String purpose) {}
