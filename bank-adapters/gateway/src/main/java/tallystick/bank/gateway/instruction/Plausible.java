package tallystick.bank.gateway.instruction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;

/**
 * Whether what a bank says can be at all. A signed message with an amount or a day beyond all reason is a person's to look
 * at, and must never become an event that others cannot bear.
 */
public final class Plausible {
    private static final BigInteger MOST_MINOR_UNITS = BigInteger.TEN.pow(15);
    private static final int YEARS = 10;

    private Plausible() {}

    public static boolean is(BankFact fact, Instant now) {
        return switch (fact) {
            case BankFact.Confirmed f -> is(f.amount(), f.valueDate(), now) && isTerms(f.terms(), now);
            case BankFact.Returned f -> is(f.amount(), f.valueDate(), now);
            case BankFact.RepaymentReceived f -> is(f.amount(), f.valueDate(), now);
            case BankFact.Accepted _, BankFact.Rejected _, BankFact.Unreadable _, BankFact.StatementGap _ -> true;
        };
    }

    private static boolean isTerms(BankFact.@Nullable Terms terms, Instant now) {
        return terms == null || (isAmount(terms.amount(), now) && isRate(terms.annualRate()) && isCount(terms.count()));
    }

    private static boolean isAmount(@Nullable Amount amount, Instant now) {
        return amount == null || is(amount, today(now), now);
    }

    private static boolean isRate(@Nullable BigDecimal rate) {
        return rate == null || (rate.signum() >= 0 && rate.compareTo(BigDecimal.TEN) <= 0 && rate.scale() <= 18);
    }

    private static boolean isCount(@Nullable Integer count) {
        return count == null || (count >= 1 && count <= 1_200);
    }

    public static boolean is(Amount amount, LocalDate day, Instant now) {
        var minor = amount.value().unscaledValue().abs();
        return minor.compareTo(MOST_MINOR_UNITS) <= 0 && isDay(day, now);
    }

    static boolean isDay(LocalDate day, Instant now) {
        return !day.isBefore(today(now).minusYears(YEARS))
                && !day.isAfter(today(now).plusYears(YEARS));
    }

    /** In some zone of the world it is that day already, or it was. */
    public static boolean hasCome(LocalDate day, Instant now) {
        return !day.isAfter(today(now).plusDays(1));
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
