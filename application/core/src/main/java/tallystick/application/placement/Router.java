package tallystick.application.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Skip;
import tallystick.application.placement.CoLending.Lent;
import tallystick.kernel.FundingLineId;

/**
 * Ranks the programmes for an application: the cheapest for the customer first, then in the order in which they were
 * added. Pure. Every programme that was looked at is in the answer, with each reason it was skipped for.
 */
final class Router {
    private final Function<Listed, List<Skip>> against;
    private final Function<Listed, Lent> lending;

    private record Judged(Listed programme, List<Skip> skips) {}

    /**
     * @param against everything that speaks against a programme
     * @param lending who would lend what
     */
    Router(Function<Listed, List<Skip>> against, Function<Listed, Lent> lending) {
        this.against = against;
        this.lending = lending;
    }

    /** @param programmes those that serve the product */
    List<Considered> rank(List<Listed> programmes) {
        var judged = programmes.stream()
                .map(programme -> new Judged(programme, against.apply(programme)))
                .toList();
        var eligible = judged.stream()
                .filter(programme -> programme.skips().isEmpty())
                .map(Judged::programme)
                .sorted(Comparator.comparing(
                                (Listed programme) -> programme.data().annualRate())
                        .thenComparingInt(Listed::nr))
                .toList();
        var considered = new ArrayList<Considered>();
        for (var n = 0; n < eligible.size(); n++) {
            considered.add(considered(eligible.get(n), n + 1, List.of()));
        }
        judged.stream()
                .filter(programme -> !programme.skips().isEmpty())
                .forEach(programme -> considered.add(considered(programme.programme(), null, programme.skips())));
        return considered;
    }

    private Considered considered(Listed programme, @Nullable Integer rank, List<Skip> skips) {
        var lent = lending.apply(programme);
        return new Considered(
                programme.nr(),
                programme.bank(),
                programme.id(),
                rank,
                skips,
                FundingLineId.named(programme.data().fundingLine()),
                programme.data().annualRate(),
                lent.shares(),
                lent.standby());
    }
}
