package tallystick.application.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Skip;
import tallystick.kernel.FundingLineId;

/**
 * Ranks the programmes for an application: the cheapest for the customer first, then in the order in which they were
 * added. Pure. Every programme that was looked at is in the answer, with each reason it was skipped for.
 */
final class Router {
    private final Function<Programme, List<Skip>> against;

    /** A programme with its number, which it keeps in every routing. */
    record Numbered(int nr, Programme programme) {}

    private record Judged(Numbered numbered, List<Skip> skips) {}

    /** @param against everything that speaks against a programme */
    Router(Function<Programme, List<Skip>> against) {
        this.against = against;
    }

    /** @param programmes those that serve the product */
    List<Considered> rank(List<Numbered> programmes) {
        var judged = programmes.stream()
                .map(numbered -> new Judged(numbered, against.apply(numbered.programme())))
                .toList();
        var eligible = judged.stream()
                .filter(programme -> programme.skips().isEmpty())
                .map(Judged::numbered)
                .sorted(Comparator.comparing((Numbered numbered) ->
                                numbered.programme().data().annualRate())
                        .thenComparingInt(Numbered::nr))
                .toList();
        var considered = new ArrayList<Considered>();
        for (var n = 0; n < eligible.size(); n++) {
            considered.add(considered(eligible.get(n), n + 1, List.of()));
        }
        judged.stream()
                .filter(programme -> !programme.skips().isEmpty())
                .forEach(programme -> considered.add(considered(programme.numbered(), null, programme.skips())));
        return considered;
    }

    private static Considered considered(Numbered numbered, @Nullable Integer rank, List<Skip> skips) {
        var programme = numbered.programme();
        return new Considered(
                numbered.nr(),
                programme.bank(),
                programme.id(),
                rank,
                skips,
                FundingLineId.named(programme.data().fundingLine()),
                programme.data().annualRate());
    }
}
