package tallystick.application.placement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand.PlaceApplication;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Skip;
import tallystick.application.api.ProgrammeData.Quota;
import tallystick.application.lifecycle.Application;
import tallystick.application.market.Law;
import tallystick.application.market.Market;
import tallystick.application.offers.OfferMaker;
import tallystick.application.placement.CoLending.Lent;
import tallystick.application.placement.Router.Judged;
import tallystick.audit.api.Routing;
import tallystick.audit.api.RoutingOf;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;
import tallystick.runtime.queries.Queries;

/** Starts the next attempt: ranks the programmes and takes the first whose lenders all have enough left on their lines. */
public final class Placements {
    private static final Skip RANKED_LOWER = new Skip("RANKED_LOWER", "Another programme ranks before it");

    private final ProgrammeList programmes;
    private final Things things;
    private final Commands commands;
    private final Reservations reservations;
    private final OfferMaker offers;
    private final Queries queries;
    private final InstantSource clock;

    Placements(
            ProgrammeList programmes,
            Things things,
            Commands commands,
            Reservations reservations,
            OfferMaker offers,
            Queries queries,
            InstantSource clock) {
        this.queries = queries;
        this.offers = offers;
        this.reservations = reservations;
        this.programmes = programmes;
        this.things = things;
        this.commands = commands;
        this.clock = clock;
    }

    /** Safe to repeat: a reservation is made once for an attempt, and an attempt is started once. */
    public void next(ApplicationId id) {
        var application =
                things.find(Application.class, id.value()).orElseThrow().state();
        var listed = programmes.serving(application.submitted().product().name());
        var tried = application.attempts().stream().map(attempt -> attempt.nr()).toList();
        var considered = new ArrayList<Considered>();
        Integer chosen = null;
        for (var programme : ranked(application, listed)) {
            if (tried.contains(programme.nr())) {
                continue;
            }
            var passedOver = passedOver(application, programme, quota(listed, programme), chosen != null);
            if (programme.skipped().isEmpty() && passedOver.isEmpty()) {
                chosen = programme.nr();
            }
            considered.add(passedOver.map(programme::skippedFor).orElse(programme));
        }
        commands.sendAndWait(place(application.id(), considered, chosen, clock.instant()));
    }

    /** Why an eligible programme is not chosen; empty when it is, and when it is not eligible. */
    private Optional<Skip> passedOver(
            Application application, Considered programme, @Nullable Quota quota, boolean chosen) {
        if (!programme.skipped().isEmpty()) {
            return Optional.empty();
        }
        return chosen ? Optional.of(RANKED_LOWER) : reservations.reserve(application, programme, quota);
    }

    private static @Nullable Quota quota(List<Listed> listed, Considered programme) {
        return listed.stream()
                .filter(one -> one.nr() == programme.nr())
                .findFirst()
                .orElseThrow()
                .data()
                .quota();
    }

    private List<Considered> ranked(Application application, List<Listed> listed) {
        var at = clock.instant();
        var rules = queries.ask(new RoutingOf(application.submitted().audit(), null));
        return new Router(programme -> judged(programme, application, rules, at)).rank(listed);
    }

    private Judged judged(Listed programme, Application application, Routing rules, Instant at) {
        var lent = lent(programme, application, at);
        var usage = reservations.used(programme, lent.shares(), application).costing(cost(programme, application, at));
        var against = Appetite.against(programme, application, lent, usage, at);
        return new Judged(
                programme,
                lent,
                Stream.concat(against.stream(), ruledOut(programme, rules)).toList());
    }

    private static Lent lent(Listed programme, Application application, Instant at) {
        var handedIn = application.submitted();
        var where = Jurisdiction.named(handedIn.agreement().jurisdiction());
        return CoLending.lent(programme, handedIn.amount(), Market.of(where).law(), where.dateAt(at));
    }

    /** Reserves what the bank that stands by and was called would lend; says whether there was enough. Safe to repeat. */
    public boolean reserveStandIn(ApplicationId id) {
        var application =
                things.find(Application.class, id.value()).orElseThrow().state();
        return reservations.standIn(application).isEmpty();
    }

    /** What the routing rules in force say against it. */
    private static Stream<Skip> ruledOut(Listed programme, Routing rules) {
        return rules.skips().stream()
                .filter(skip -> Set.of("*", programme.id().name()).contains(skip.programme()))
                .map(skip -> new Skip(skip.code(), skip.text()));
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

    /** The order to the bank that stands by, once it is called. */
    public static InstructionId standIn(ApplicationId id, int placement) {
        return new InstructionId(
                Ids.derived(InstructionId.KIND, "credit", id.value(), Integer.toString(placement), "standby"));
    }

    /** The order to a lender of an attempt that several lend; the first is asked as if it were alone. */
    public static InstructionId instruction(ApplicationId id, int placement, int lender) {
        return lender == 0
                ? instruction(id, placement)
                : new InstructionId(Ids.derived(
                        InstructionId.KIND,
                        "credit",
                        id.value(),
                        Integer.toString(placement),
                        Integer.toString(lender)));
    }
}
