package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Who owns a loan: shares that add up to one. Rows are split by them to the minor unit, and the last owner takes the
 * rest, so that the parts always add up to what the customer pays.
 *
 * @param shares by owner, in the order in which rounding counts
 */
public record Ownership(SequencedMap<String, BigDecimal> shares) {
    public Ownership {
        shares = new LinkedHashMap<>(shares);
        shares.replaceAll((_, share) -> share.stripTrailingZeros());
        var sum = BigDecimal.ZERO;
        for (var share : shares.entrySet()) {
            if (share.getValue().signum() <= 0) {
                throw new TermsNotPossible(
                        "shares/" + share.getKey(),
                        "must be more than zero",
                        share.getValue().toPlainString());
            }
            sum = sum.add(share.getValue());
        }
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new TermsNotPossible("shares", "must add up to 1", sum.toPlainString());
        }
    }

    public static Ownership of(String owner) {
        return new Ownership(new LinkedHashMap<>(Map.of(owner, BigDecimal.ONE)));
    }

    /**
     * After an owner has sold a share of the loan to another, or bought it back.
     *
     * @param share of the whole loan
     */
    public Ownership sold(String seller, String buyer, BigDecimal share) {
        var had = shares.getOrDefault(seller, BigDecimal.ZERO);
        if (share.signum() <= 0 || share.compareTo(had) > 0) {
            throw new TermsNotPossible(
                    "share",
                    "must be more than zero and at most what %s owns, %s".formatted(seller, had.toPlainString()),
                    share.toPlainString());
        }
        var after = new LinkedHashMap<>(shares);
        after.put(seller, had.subtract(share));
        after.merge(buyer, share, BigDecimal::add);
        after.values().removeIf(each -> each.signum() == 0);
        return new Ownership(after);
    }

    /** Minor units by owner, in their order. */
    public SequencedMap<String, Long> split(long whole) {
        var split = new LinkedHashMap<String, Long>();
        var left = whole;
        for (var share : shares.entrySet()) {
            var part = split.size() == shares.size() - 1 ? left : units(whole, share.getValue());
            split.put(share.getKey(), part);
            left -= part;
        }
        return split;
    }

    /** The parts of each owner, in their order. */
    public List<Parts> split(Parts whole) {
        var split = new ArrayList<Parts>();
        var left = whole;
        for (var share : shares.values()) {
            var part = split.size() == shares.size() - 1 ? left : part(whole, share);
            split.add(part);
            left = left.minus(part);
        }
        return split;
    }

    private static Parts part(Parts whole, BigDecimal share) {
        return new Parts(
                whole.currency(),
                units(whole.principalUnits(), share),
                units(whole.interestUnits(), share),
                units(whole.feeUnits(), share),
                units(whole.penaltyUnits(), share));
    }

    private static long units(long whole, BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(whole))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }
}
