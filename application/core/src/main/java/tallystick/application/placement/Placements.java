package tallystick.application.placement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand.PlaceApplication;
import tallystick.application.api.Considered;
import tallystick.application.api.FundingLineCommand.Reserve;
import tallystick.application.lifecycle.Application;
import tallystick.application.lines.LineDoor;
import tallystick.application.market.Law;
import tallystick.application.market.Market;
import tallystick.application.offers.OfferMaker;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;

/** Starts the next attempt: ranks the programmes and takes the first whose funding line has enough left. */
public final class Placements {
    private final ProgrammeList programmes;
    private final Things things;
    private final Commands commands;
    private final LineDoor door;
    private final Quotas quotas;
    private final OfferMaker offers;
    private final InstantSource clock;

    Placements(
            ProgrammeList programmes,
            Things things,
            Commands commands,
            LineDoor door,
            Quotas quotas,
            OfferMaker offers,
            InstantSource clock) {
        this.offers = offers;
        this.door = door;
        this.quotas = quotas;
        this.programmes = programmes;
        this.things = things;
        this.commands = commands;
        this.clock = clock;
    }

    /** Safe to repeat: a reservation is made once for an attempt, and an attempt is started once. */
    public void next(ApplicationId id) {
        var application =
                things.find(Application.class, id.value()).orElseThrow().state();
        var tried = application.attempts().stream().map(attempt -> attempt.nr()).toList();
        var considered = new ArrayList<Considered>();
        Integer chosen = null;
        for (var programme : ranked(application)) {
            if (tried.contains(programme.nr())) {
                continue;
            }
            var eligible = programme.skipped().isEmpty();
            if (eligible && chosen == null && reserved(application, programme)) {
                chosen = programme.nr();
                considered.add(programme);
            } else {
                considered.add(eligible ? passedOver(programme, chosen != null) : programme);
            }
        }
        commands.sendAndWait(place(application.id(), considered, chosen, clock.instant()));
    }

    private List<Considered> ranked(Application application) {
        var at = clock.instant();
        var where = Jurisdiction.named(application.submitted().agreement().jurisdiction());
        return new Router(programme -> Appetite.against(
                        programme,
                        application,
                        quotas.used(programme, where, at).costing(cost(programme, application, at)),
                        at))
                .rank(programmes.serving(application.submitted().product().name()));
    }

    private @Nullable BigDecimal cost(Listed programme, Application application, Instant at) {
        var handedIn = application.submitted();
        return offers.allInCost(handedIn, handedIn.amount(), programme.data().annualRate(), handedIn.count(), at)
                .orElse(null);
    }

    /** What of a bank's terms the law forbids to offer; null when nothing. */
    public @Nullable String beyond(
            ApplicationId id, @Nullable Money amount, @Nullable Rate rate, @Nullable Integer count) {
        var application =
                things.find(Application.class, id.value()).orElseThrow().state();
        var handedIn = application.submitted();
        var attempt = Objects.requireNonNull(application.lastAttempt());
        var at = clock.instant();
        var where = Jurisdiction.named(handedIn.agreement().jurisdiction());
        var most = Market.of(where)
                .law()
                .figure("max-annual-rate", where.dateAt(at))
                .map(Law.Figure::value);
        return offers.allInCost(
                        handedIn,
                        Objects.requireNonNullElse(amount, attempt.amount()),
                        Objects.requireNonNullElse(rate, attempt.programme().annualRate()),
                        Objects.requireNonNullElse(count, handedIn.count()),
                        at)
                .filter(cost -> most.filter(limit -> cost.compareTo(limit) > 0).isPresent())
                .map(cost -> "With its fees it costs %s a year; the law allows %s".formatted(cost, most.orElseThrow()))
                .orElse(null);
    }

    private static PlaceApplication place(
            ApplicationId id, List<Considered> considered, @Nullable Integer chosen, Instant at) {
        return new PlaceApplication(id, considered, chosen, chosen == null ? null : instruction(id, chosen), at);
    }

    /** The order to the bank for an attempt: its id follows from the attempt, so that it is one for ever. */
    public static InstructionId instruction(ApplicationId id, int placement) {
        return new InstructionId(Ids.derived(InstructionId.KIND, "credit", id.value(), Integer.toString(placement)));
    }

    private boolean reserved(Application application, Considered programme) {
        return door.reserve(new Reserve(
                Objects.requireNonNull(programme.fundingLine()),
                application.id(),
                programme.nr(),
                application.submitted().amount(),
                clock.instant()));
    }

    private static Considered passedOver(Considered programme, boolean ranked) {
        var skip = ranked
                ? new Considered.Skip("RANKED_LOWER", "Another programme ranks before it")
                : new Considered.Skip("LINE_EXHAUSTED", "Its funding line has not enough left");
        return new Considered(
                programme.nr(),
                programme.bank(),
                programme.programme(),
                programme.rank(),
                List.of(skip),
                programme.fundingLine(),
                programme.annualRate());
    }
}
