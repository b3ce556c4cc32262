package tallystick.application.placement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Considered.Exposure;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.Considered.Skip;
import tallystick.application.api.ProgrammeData.Partner;
import tallystick.application.market.Law;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;

/** Several banks that lend one loan: what each lends of it, and what the law says to that. Pure. */
final class CoLending {
    private static final String CONCENTRATION = "max-concentration-in-one-partner";

    private CoLending() {}

    /** Who lends in a programme, its bank first. */
    static List<Partner> lenders(Listed programme) {
        var data = programme.data();
        var first = new Partner(programme.bank().value(), data.share(), data.fundingLine(), data.capital());
        return Stream.concat(Stream.of(first), partners(programme).stream()).toList();
    }

    private static List<Partner> partners(Listed programme) {
        var partners = programme.data().partners();
        return partners == null ? List.of() : partners;
    }

    /** Rounded down, the last taking the rest: as the loan splits what is paid out. Null where one bank lends alone. */
    static @Nullable List<Share> shares(Listed programme, Money amount, Law law, LocalDate on) {
        if (partners(programme).isEmpty()) {
            return null;
        }
        var shares = new ArrayList<Share>();
        var left = amount;
        var most = law.figure(CONCENTRATION, on).map(Law.Figure::value).orElse(null);
        var lenders = lenders(programme);
        for (var lender : lenders) {
            var last = shares.size() == lenders.size() - 1;
            var part = last ? left : amount.times(lender.share(), RoundingMode.DOWN);
            var line = FundingLineId.named(lender.fundingLine());
            var exposure = exposure(lender, amount.currency(), most);
            shares.add(new Share(new BankId(lender.bank()), lender.share(), line, part, exposure));
            left = left.minus(part);
        }
        return shares;
    }

    private static @Nullable Exposure exposure(Partner lender, Currency currency, @Nullable BigDecimal most) {
        return most == null || lender.capital() == null
                ? null
                : new Exposure(
                        exposure(new BankId(lender.bank()), currency),
                        new Money(
                                currency,
                                lender.capital()
                                        .multiply(most)
                                        .setScale(currency.getDefaultFractionDigits(), RoundingMode.DOWN)));
    }

    /** No line that people propose has a dot in its name. */
    private static FundingLineId exposure(BankId bank, Currency currency) {
        return FundingLineId.named(
                "exposure.%s.%s".formatted(bank, currency.getCurrencyCode().toLowerCase(Locale.ROOT)));
    }

    /** @param lent what each bank lends through us already */
    static List<Skip> against(Listed programme, Money amount, Law law, LocalDate on, Map<BankId, Money> lent) {
        var skips = new ArrayList<Skip>();
        var shares = shares(programme, amount, law, on);
        if (shares != null) {
            law.figure("min-share-of-a-co-lender", on)
                    .ifPresent(least -> lenders(programme).stream()
                            .filter(lender -> lender.share().compareTo(least.value()) < 0)
                            .forEach(lender -> skips.add(tooSmall(lender, least.value()))));
            law.figure(CONCENTRATION, on)
                    .ifPresent(most -> concentrated(shares, most.value(), lent).forEach(skips::add));
        }
        return skips;
    }

    private static Skip tooSmall(Partner lender, BigDecimal least) {
        return new Skip(
                "SHARE_BELOW_LAW",
                "%s would lend %s of the loan; the law asks for %s at least"
                        .formatted(lender.bank(), plain(lender.share()), plain(least)));
    }

    /** As it stands now; the reservation is what keeps it. */
    private static Stream<Skip> concentrated(List<Share> shares, BigDecimal most, Map<BankId, Money> lent) {
        return shares.stream().flatMap(share -> {
            var exposure = share.exposure();
            if (exposure == null) {
                return Stream.of(new Skip(
                        "CAPITAL_UNKNOWN",
                        "Nobody has stated the capital of %s, of which the law lets it lend %s through one partner"
                                .formatted(share.bank(), plain(most))));
            }
            var after = share.amount()
                    .plus(lent.getOrDefault(
                            share.bank(), Money.zero(share.amount().currency())));
            return after.isMoreThan(exposure.most())
                    ? Stream.of(tooMuch(share.bank(), after, exposure.most()))
                    : Stream.empty();
        });
    }

    private static Skip tooMuch(BankId bank, Money lent, Money most) {
        return new Skip(
                "CONCENTRATION_ABOVE_LAW",
                "%s would have lent %s through one partner; the law allows %s"
                        .formatted(bank, plain(lent.amount()), plain(most.amount())));
    }

    private static String plain(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
