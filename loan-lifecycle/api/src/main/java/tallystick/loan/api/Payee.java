package tallystick.loan.api;

import org.jspecify.annotations.Nullable;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;

/**
 * One leg of a payout as frozen in the contract.
 *
 * @param account the account number, sealed for the borrower under the field {@code payoutAccount}
 * @param bank pays it where lenders pay their shares themselves; null for the loan's bank
 */
public record Payee(
        int leg,
        Sealed account,
        Money amount,
        String purpose,
        @Nullable BankId bank) {
    /** The purpose of what goes to the borrower. */
    public static final String CUSTOMER = "CUSTOMER";

    /** The purpose of what goes to whoever sold what is paid for. */
    public static final String DEALER = "DEALER";

    public Payee(int leg, Sealed account, Money amount, String purpose) {
        this(leg, account, amount, purpose, null);
    }

    /** The same money from another bank. */
    public Payee by(BankId other) {
        return new Payee(leg, account, amount, purpose, other);
    }

    /** The same money to another account. */
    public Payee at(Sealed other) {
        return new Payee(leg, other, amount, purpose, bank);
    }
}
