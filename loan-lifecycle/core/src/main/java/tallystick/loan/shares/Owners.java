package tallystick.loan.shares;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.shares.Bands.Part;
import tallystick.loan.shares.Bands.Section;

/**
 * Who owns which part of each component of a loan.
 *
 * @param cash in whose books the borrower's money arrives
 * @param payers by bank, whose share it pays out by itself
 */
public record Owners(BooksId cash, Map<Component, Bands> bands, Map<String, BooksId> payers) {
    /** Behind the name of a guarantor: owned by what it paid, not by having lent. */
    private static final char BY_GUARANTEE = '#';

    private static final String CLAIM = BY_GUARANTEE + "claim";

    private static final int DIGITS = 15;

    public Owners {
        bands = Map.copyOf(bands);
        payers = Map.copyOf(payers);
    }

    /** The owner of what a guarantor paid. */
    public static String claim(BooksId guarantor, String claim) {
        return guarantor.value() + CLAIM + "/" + claim;
    }

    public static boolean isClaim(String owner) {
        return owner.contains(CLAIM);
    }

    /** In whose books it is. */
    public static BooksId books(String owner) {
        var end = owner.indexOf(BY_GUARANTEE);
        return new BooksId(end < 0 ? owner : owner.substring(0, end));
    }

    public static Owners of(Funding funding) {
        var bands = new EnumMap<Component, Bands>(Component.class);
        for (var component : Component.values()) {
            bands.put(component, Bands.of(parts(funding.lenders(), component)));
        }
        var payers = new TreeMap<String, BooksId>();
        for (var lender : funding.lenders()) {
            if (lender.bank() != null) {
                payers.put(lender.bank().value(), lender.books());
            }
        }
        return new Owners(funding.cash(), bands, payers);
    }

    /** What lenders have of a component. */
    public static List<Part> parts(List<Lender> lenders, Component component) {
        return lenders.stream()
                .map(lender -> new Part(lender.books().value(), component.of(lender)))
                .filter(part -> part.share().signum() > 0)
                .toList();
    }

    /** Whether nobody else has any of it. */
    public boolean isOurs() {
        return bands.values().stream()
                .flatMap(all -> all.bands().stream())
                .flatMap(band -> band.parts().stream())
                .allMatch(part -> part.owner().equals(BooksId.OWN.value()));
    }

    public Bands of(Component component) {
        return bands.getOrDefault(component, Bands.of(List.of()));
    }

    /**
     * After a share was sold: of the principal that is left, and of what is paid from now on.
     *
     * @param totals how much of each component has moved so far
     */
    public Owners sold(BooksId seller, BooksId buyer, BigDecimal share, Map<Component, Long> totals) {
        var had = share(seller);
        var next = new EnumMap<Component, Bands>(Component.class);
        bands.forEach((component, before) -> {
            var from = component == Component.PRINCIPAL ? 0 : Math.abs(totals.getOrDefault(component, 0L));
            next.put(component, before.changed(from, null, sale(seller, buyer, share, had)));
        });
        return new Owners(cash, next, payers);
    }

    /** What one has of the principal, in the band that is lent. */
    private BigDecimal share(BooksId seller) {
        return of(Component.PRINCIPAL).bands().stream()
                .flatMap(band -> band.parts().stream())
                .filter(part -> part.owner().equals(seller.value()))
                .map(Part::share)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static UnaryOperator<List<Part>> sale(BooksId seller, BooksId buyer, BigDecimal share, BigDecimal had) {
        return parts -> {
            var next = new ArrayList<Part>();
            var moved = BigDecimal.ZERO;
            for (var part : parts) {
                if (part.owner().equals(seller.value())) {
                    moved = part(part.share(), share, had);
                    next.add(new Part(part.owner(), part.share().subtract(moved)));
                } else {
                    next.add(part);
                }
            }
            return moved.signum() == 0 ? parts : bought(next, buyer, moved);
        };
    }

    private static List<Part> bought(List<Part> parts, BooksId buyer, BigDecimal moved) {
        var next = new ArrayList<Part>();
        var added = false;
        for (var part : parts) {
            var buys = part.owner().equals(buyer.value());
            added |= buys;
            next.add(buys ? new Part(part.owner(), part.share().add(moved)) : part);
        }
        if (!added) {
            next.add(new Part(buyer.value(), moved));
        }
        next.removeIf(part -> part.share().signum() == 0);
        return next;
    }

    /** In proportion to what is sold of the principal; all of it when all is sold. */
    private static BigDecimal part(BigDecimal has, BigDecimal share, BigDecimal had) {
        return share.compareTo(had) == 0
                ? has
                : has.multiply(share)
                        .divide(had, DIGITS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
    }

    /** The lenders after a sale, by the same arithmetic. */
    public static List<Lender> sold(List<Lender> lenders, BooksId seller, BooksId buyer, BigDecimal share) {
        var funding = new Funding(Funding.Model.CO_LENT, seller, lenders, List.of());
        var after = of(funding).sold(seller, buyer, share, Map.of());
        var names = new TreeMap<String, Lender>();
        lenders.forEach(lender -> names.put(lender.books().value(), lender));
        return after.of(Component.PRINCIPAL).bands().getFirst().parts().stream()
                .map(part -> after.lender(part.owner(), names))
                .toList();
    }

    private Lender lender(String owner, Map<String, Lender> known) {
        var before = known.get(owner);
        return new Lender(
                new BooksId(owner),
                before == null ? null : before.bank(),
                now(owner, Component.PRINCIPAL),
                now(owner, Component.INTEREST),
                now(owner, Component.FEES),
                now(owner, Component.PENALTIES));
    }

    private BigDecimal now(String owner, Component component) {
        return of(component).bands().getLast().parts().stream()
                .filter(part -> part.owner().equals(owner))
                .map(Part::share)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** Of what lenders have, the next that the borrower pays: so much of each component. */
    public Map<Component, List<Section>> next(Map<Component, Long> units, Map<Component, Long> totals) {
        var next = new EnumMap<Component, List<Section>>(Component.class);
        units.forEach((component, most) -> {
            var total = Math.abs(totals.getOrDefault(component, 0L));
            next.put(
                    component,
                    component == Component.PRINCIPAL
                            ? of(component).below(total, most, Owners::isLent)
                            : of(component).above(total, most, Owners::isLent));
        });
        return next;
    }

    private static boolean isLent(List<Part> parts) {
        return parts.stream().noneMatch(part -> part.owner().indexOf(BY_GUARANTEE) >= 0);
    }

    /** What a claim has, paid or not. Until bands were named after claims, all of one guarantor were one. */
    public Map<Component, List<Section>> claimed(BooksId guarantor, String claim, Map<Component, Long> units) {
        var of = claim(guarantor, claim);
        var before = guarantor.value() + CLAIM;
        var has = new EnumMap<Component, List<Section>>(Component.class);
        units.forEach((component, paid) -> {
            var own = of(component).below(Long.MAX_VALUE, paid, isOf(of));
            has.put(component, own.isEmpty() ? of(component).below(Long.MAX_VALUE, paid, isOf(before)) : own);
        });
        return has;
    }

    private static Predicate<List<Part>> isOf(String owner) {
        return parts -> parts.getFirst().owner().equals(owner);
    }

    /** What of some sections the borrower has not paid. */
    public static List<Section> left(Component component, List<Section> sections, long total) {
        return sections.stream()
                .map(section -> component == Component.PRINCIPAL ? section.below(total) : section.above(total))
                .toList();
    }

    public Owners given(Map<Component, List<Section>> sections, String owner) {
        return given(sections, _ -> List.of(new Part(owner, BigDecimal.ONE)));
    }

    /** To the lenders of now. */
    public Owners givenBack(Map<Component, List<Section>> sections) {
        return given(
                sections,
                component -> component == Component.PRINCIPAL
                        ? lent(of(component).bands())
                        : lent(of(component).bands().reversed()));
    }

    private static List<Part> lent(List<Bands.Band> bands) {
        return bands.stream()
                .map(Bands.Band::parts)
                .filter(Owners::isLent)
                .findFirst()
                .orElseThrow();
    }

    private Owners given(Map<Component, List<Section>> sections, Function<Component, List<Part>> parts) {
        var next = new EnumMap<Component, Bands>(Component.class);
        bands.forEach((component, before) ->
                next.put(component, before.given(sections.getOrDefault(component, List.of()), parts.apply(component))));
        return new Owners(cash, next, payers);
    }
}
