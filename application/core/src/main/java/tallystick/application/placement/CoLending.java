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
import tallystick.application.api.Considered.Standby;
import tallystick.application.api.ProgrammeData;
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

    /** Everybody whom we would tell of the borrower. */
    static List<String> banks(Listed programme) {
        var standby = programme.data().standby();
        return Stream.concat(
                        lenders(programme).stream().map(Partner::bank).filter(bank -> !bank.equals(ProgrammeData.OWN)),
                        standby == null ? Stream.of() : Stream.of(standby.bank()))
                .toList();
    }

    /** Who lends what in the end, and who would lend what one of them does not pay; nobody where one bank lends alone. */
    record Lent(@Nullable List<Share> shares, @Nullable Standby standby) {}

    static Lent lent(Listed programme, Money amount, Law law, LocalDate on) {
        var standby = programme.data().standby();
        return new Lent(
                shares(programme, amount, law, on),
                standby == null
                        ? null
                        : new Standby(
                                new BankId(standby.bank()),
                                FundingLineId.named(standby.fundingLine()),
                                exposure(standby.bank(), standby.capital(), amount.currency(), most(law, on))));
    }

    private static @Nullable BigDecimal most(Law law, LocalDate on) {
        return law.figure(CONCENTRATION, on).map(Law.Figure::value).orElse(null);
    }

    private static List<Partner> partners(Listed programme) {
        var partners = programme.data().partners();
        return partners == null ? List.of() : partners;
    }

    /** Rounded down, the last taking the rest: as the loan splits what is paid out. Null where one bank lends alone. */
    private static @Nullable List<Share> shares(Listed programme, Money amount, Law law, LocalDate on) {
        if (partners(programme).isEmpty()) {
            return null;
        }
        var shares = new ArrayList<Share>();
        var left = amount;
        var most = most(law, on);
        var lenders = lenders(programme);
        for (var lender : lenders) {
            var last = shares.size() == lenders.size() - 1;
            var part = last ? left : amount.times(lender.share(), RoundingMode.DOWN);
            var line = FundingLineId.named(lender.fundingLine());
            var exposure = exposure(lender.bank(), lender.capital(), amount.currency(), most);
            shares.add(new Share(new BankId(lender.bank()), lender.share(), line, part, exposure));
            left = left.minus(part);
        }
        return shares;
    }

    /** The law bounds banks, not us. */
    private static @Nullable Exposure exposure(
            String bank, @Nullable BigDecimal capital, Currency currency, @Nullable BigDecimal most) {
        return most == null || capital == null || bank.equals(ProgrammeData.OWN)
                ? null
                : new Exposure(
                        exposure(bank, currency),
                        new Money(
                                currency,
                                capital.multiply(most)
                                        .setScale(currency.getDefaultFractionDigits(), RoundingMode.DOWN)));
    }

    /** No line that people propose has a dot in its name. */
    private static FundingLineId exposure(String bank, Currency currency) {
        return FundingLineId.named(
                "exposure.%s.%s".formatted(bank, currency.getCurrencyCode().toLowerCase(Locale.ROOT)));
    }

    /**
     * What the law says against it.
     *
     * @param all who would lend what
     * @param lent what each bank lends through us already
     */
    static List<Skip> against(Listed programme, Lent all, Law law, LocalDate on, Map<BankId, Money> lent) {
        var shares = all.shares();
        if (shares == null) {
            return List.of();
        }
        var skips = new ArrayList<Skip>();
        law.figure("min-share-of-a-co-lender", on)
                .ifPresent(least -> lenders(programme).stream()
                        .filter(lender -> lender.share().compareTo(least.value()) < 0)
                        .forEach(lender -> skips.add(tooSmall(lender, least.value()))));
        var most = most(law, on);
        if (most != null) {
            concentrated(shares, most, lent).forEach(skips::add);
            var standby = all.standby();
            if (standby != null && standby.exposure() == null) {
                skips.add(unknown(standby.bank(), most));
            }
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
        return shares.stream().filter(share -> !share.isOwn()).flatMap(share -> {
            var exposure = share.exposure();
            if (exposure == null) {
                return Stream.of(unknown(share.bank(), most));
            }
            var before =
                    lent.getOrDefault(share.bank(), Money.zero(share.amount().currency()));
            var after = share.amount().plus(before);
            return after.isMoreThan(exposure.most())
                    ? Stream.of(tooMuch(share.bank(), after, exposure.most()))
                    : Stream.empty();
        });
    }

    private static Skip unknown(BankId bank, BigDecimal most) {
        return new Skip(
                "CAPITAL_UNKNOWN",
                "Nobody has stated the capital of %s, of which the law lets it lend %s through one partner"
                        .formatted(bank, plain(most)));
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
