package tallystick.application.api;

import java.time.Instant;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/**
 * What the applicant is shown and may accept.
 *
 * @param terms JSON of the terms as in {@code POST /quotes}
 * @param quote JSON of rows, totals and yields as they were computed then
 * @param hash SHA-256 over bank, terms and quote, in lower hex
 */
public record Offer(
        int nr,
        int placement,
        BankId bank,
        Money amount,
        int count,
        Rate annualRate,
        String terms,
        String quote,
        String hash,
        Instant expiresAt) {}
