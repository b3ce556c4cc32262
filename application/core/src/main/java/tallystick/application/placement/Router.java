package tallystick.application.placement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Skip;
import tallystick.application.api.Draft;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.Submission;
import tallystick.kernel.FundingLineId;

/**
 * Ranks the programmes for an application: the cheapest for the customer first, then in the order in which they were
 * added. Pure. Every programme that was looked at is in the answer, with each reason it was skipped for.
 */
final class Router {
    private final Submission wanted;
    private final Draft draft;
    private final Instant at;

    /** A programme with its number, which it keeps in every routing. */
    record Numbered(int nr, Programme programme) {}

    Router(Application application, Instant at) {
        this.wanted = application.submitted();
        this.draft = application.draft();
        this.at = at;
    }

    /** @param programmes those that serve the product */
    List<Considered> rank(List<Numbered> programmes) {
        var eligible = programmes.stream()
                .filter(numbered -> skips(numbered.programme()).isEmpty())
                .sorted(Comparator.comparing((Numbered numbered) ->
                                numbered.programme().data().annualRate())
                        .thenComparingInt(Numbered::nr))
                .toList();
        var considered = new ArrayList<Considered>();
        for (var n = 0; n < eligible.size(); n++) {
            considered.add(considered(eligible.get(n), n + 1, List.of()));
        }
        programmes.stream()
                .filter(numbered -> !eligible.contains(numbered))
                .forEach(numbered -> considered.add(considered(numbered, 0, skips(numbered.programme()))));
        return considered;
    }

    private static Considered considered(Numbered numbered, int rank, List<Skip> skips) {
        var programme = numbered.programme();
        return new Considered(
                numbered.nr(),
                programme.bank(),
                programme.id(),
                rank == 0 ? null : rank,
                skips,
                FundingLineId.named(programme.data().fundingLine()),
                programme.data().annualRate());
    }

    private List<Skip> skips(Programme programme) {
        var skips = new ArrayList<Skip>();
        var data = programme.data();
        var amount = wanted.amount().amount();
        skip(
                skips,
                !draft.agreed("BANK_SHARING", programme.bank().value(), at),
                "NO_CONSENT",
                "Not everybody has agreed to share data with this bank");
        skip(
                skips,
                amount.compareTo(data.amount().min()) < 0,
                "AMOUNT_BELOW_MIN",
                "Takes %s and more".formatted(data.amount().min().toPlainString()));
        skip(
                skips,
                amount.compareTo(data.amount().max()) > 0,
                "AMOUNT_ABOVE_MAX",
                "Takes %s at most".formatted(data.amount().max().toPlainString()));
        skip(
                skips,
                wanted.count() < data.count().min(),
                "COUNT_BELOW_MIN",
                "Takes %d instalments and more".formatted(data.count().min()));
        skip(
                skips,
                wanted.count() > data.count().max(),
                "COUNT_ABOVE_MAX",
                "Takes %d instalments at most".formatted(data.count().max()));
        skip(
                skips,
                data.annualRate().compareTo(wanted.agreement().highestRate()) > 0,
                "RATE_ABOVE_PRODUCT",
                "Costs more than the product may");
        skip(
                skips,
                data.annualRate().compareTo(wanted.agreement().lowestRate()) < 0,
                "RATE_BELOW_PRODUCT",
                "Costs less than the product may");
        return skips;
    }

    private static void skip(List<Skip> skips, boolean holds, String code, String text) {
        if (holds) {
            skips.add(new Skip(code, text));
        }
    }
}
