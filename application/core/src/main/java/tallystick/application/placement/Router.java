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
    private final Function<Listed, Judged> judging;

    /**
     * A programme that was looked at.
     *
     * @param lent who would lend what
     * @param skips everything that speaks against it
     */
    record Judged(Listed programme, Lent lent, List<Skip> skips) {}

    Router(Function<Listed, Judged> judging) {
        this.judging = judging;
    }

    /** @param programmes those that serve the product */
    List<Considered> rank(List<Listed> programmes) {
        var judged = programmes.stream().map(judging).toList();
        var eligible = judged.stream()
                .filter(one -> one.skips().isEmpty())
                .sorted(Comparator.comparing(
                                (Judged one) -> one.programme().data().annualRate())
                        .thenComparingInt(one -> one.programme().nr()))
                .toList();
        var considered = new ArrayList<Considered>();
        for (var n = 0; n < eligible.size(); n++) {
            considered.add(considered(eligible.get(n), n + 1));
        }
        judged.stream().filter(one -> !one.skips().isEmpty()).forEach(one -> considered.add(considered(one, null)));
        return considered;
    }

    private static Considered considered(Judged one, @Nullable Integer rank) {
        var programme = one.programme();
        return new Considered(
                programme.nr(),
                programme.bank(),
                programme.id(),
                rank,
                one.skips(),
                FundingLineId.named(programme.data().fundingLine()),
                programme.data().annualRate(),
                one.lent().shares(),
                one.lent().standby());
    }
}
