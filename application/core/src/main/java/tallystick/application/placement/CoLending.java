package tallystick.application.placement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.Considered.Skip;
import tallystick.application.api.ProgrammeData.Partner;
import tallystick.application.market.Law;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;

/** Several banks that lend one loan: what each lends of it, and what the law says to that. Pure. */
final class CoLending {
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
    static @Nullable List<Share> shares(Listed programme, Money amount) {
        if (partners(programme).isEmpty()) {
            return null;
        }
        var shares = new ArrayList<Share>();
        var left = amount;
        var lenders = lenders(programme);
        for (var lender : lenders) {
            var last = shares.size() == lenders.size() - 1;
            var part = last ? left : amount.times(lender.share(), RoundingMode.DOWN);
            var line = FundingLineId.named(lender.fundingLine());
            shares.add(new Share(new BankId(lender.bank()), lender.share(), line, part));
            left = left.minus(part);
        }
        return shares;
    }

    /** @param lent what each bank lends through us already */
    static List<Skip> against(Listed programme, Money amount, Law law, LocalDate on, Map<BankId, BigDecimal> lent) {
        var skips = new ArrayList<Skip>();
        if (!partners(programme).isEmpty()) {
            law.figure("min-share-of-a-co-lender", on)
                    .ifPresent(least -> lenders(programme).stream()
                            .filter(lender -> lender.share().compareTo(least.value()) < 0)
                            .forEach(lender -> skips.add(tooSmall(lender, least.value()))));
            law.figure("max-concentration-in-one-partner", on)
                    .ifPresent(most -> skips.addAll(concentrated(programme, amount, most.value(), lent)));
        }
        return skips;
    }

    private static Skip tooSmall(Partner lender, BigDecimal least) {
        return new Skip(
                "SHARE_BELOW_LAW",
                "%s would lend %s of the loan; the law asks for %s at least"
                        .formatted(lender.bank(), plain(lender.share()), plain(least)));
    }

    private static List<Skip> concentrated(
            Listed programme, Money amount, BigDecimal most, Map<BankId, BigDecimal> lent) {
        var skips = new ArrayList<Skip>();
        for (var lender : lenders(programme)) {
            var capital = lender.capital();
            if (capital == null) {
                skips.add(new Skip(
                        "CAPITAL_UNKNOWN",
                        "Nobody has stated the capital of %s, of which the law lets it lend %s through one partner"
                                .formatted(lender.bank(), plain(most))));
            } else {
                var allowed = capital.multiply(most);
                var after = lent.getOrDefault(new BankId(lender.bank()), BigDecimal.ZERO)
                        .add(amount.amount().multiply(lender.share()));
                if (after.compareTo(allowed) > 0) {
                    skips.add(new Skip(
                            "CONCENTRATION_ABOVE_LAW",
                            "%s would have lent %s through one partner; the law allows %s"
                                    .formatted(lender.bank(), plain(after), plain(allowed))));
                }
            }
        }
        return skips;
    }

    private static String plain(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
