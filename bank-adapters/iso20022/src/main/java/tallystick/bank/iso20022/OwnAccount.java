package tallystick.bank.iso20022;

import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Our account at the bank: what pays, what is paid into, and what the statements are about.
 *
 * @param creditorId under which we debit, where the scheme gives one
 * @param zone of the bank's days
 */
record OwnAccount(
        String owner,
        AccountNumber number,
        Currency currency,
        String bic,
        @Nullable String creditorId,
        ZoneId zone) {
    OwnAccount {
        if (!AccountNumber.isBic(bic)) {
            throw new IllegalArgumentException("bic: expected a BIC of 8 or 11 characters; found another text.");
        }
    }
}
