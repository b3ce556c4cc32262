package tallystick.application.placement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand.PlaceApplication;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Skip;
import tallystick.application.api.FundingLineCommand.Release;
import tallystick.application.api.FundingLineCommand.Reserve;
import tallystick.application.lifecycle.Application;
import tallystick.application.lines.FundingLine;
import tallystick.application.lines.LineDoor;
import tallystick.application.market.Law;
import tallystick.application.market.Market;
import tallystick.application.offers.OfferMaker;
import tallystick.application.placement.Appetite.Usage;
import tallystick.audit.api.Routing;
import tallystick.audit.api.RoutingOf;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
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
    private final ProgrammeList programmes;
    private final Things things;
    private final Commands commands;
    private final LineDoor door;
    private final Quotas quotas;
    private final OfferMaker offers;
    private final Queries queries;
    private final InstantSource clock;

    Placements(
            ProgrammeList programmes,
            Things things,
            Commands commands,
            LineDoor door,
            Quotas quotas,
            OfferMaker offers,
            Queries queries,
            InstantSource clock) {
        this.queries = queries;
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
                considered.add(eligible ? programme.skippedFor(passedOver(chosen != null)) : programme);
            }
        }
        commands.sendAndWait(place(application.id(), considered, chosen, clock.instant()));
    }

    private List<Considered> ranked(Application application) {
        var at = clock.instant();
        var handedIn = application.submitted();
        var rules = queries.ask(new RoutingOf(handedIn.audit(), null));
        return new Router(programme -> Stream.concat(
                                Appetite.against(programme, application, usage(programme, application, at), at)
                                        .stream(),
                                ruledOut(programme, rules))
                        .toList())
                .rank(programmes.serving(handedIn.product().name()), handedIn.amount());
    }

    private Usage usage(Listed programme, Application application, Instant at) {
        var where = Jurisdiction.named(application.submitted().agreement().jurisdiction());
        var currency = application.submitted().amount().currency();
        return quotas.used(programme, where, at)
                .costing(cost(programme, application, at))
                .lending(programme.data().partners() == null ? Map.of() : lent(programme, currency));
    }

    /** What the lenders of a programme have out through us, each over all its lines that it shares. */
    private Map<BankId, BigDecimal> lent(Listed programme, Currency currency) {
        return CoLending.lenders(programme).stream()
                .map(lender -> new BankId(lender.bank()))
                .collect(Collectors.toMap(bank -> bank, bank -> lent(bank, currency)));
    }

    private BigDecimal lent(BankId bank, Currency currency) {
        return programmes.linesShared(bank).stream()
                .flatMap(line -> things.find(FundingLine.class, line.value()).stream())
                .map(line -> line.state().used())
                .filter(used -> used.currency().equals(currency))
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
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

    /** On the line of each lender, or on none. */
    private boolean reserved(Application application, Considered programme) {
        var taken = new ArrayList<FundingLineId>();
        for (var share : programme.lenders(application.submitted().amount())) {
            var wanted = new Reserve(
                    share.fundingLine(),
                    application.id(),
                    programme.nr(),
                    share.amount(),
                    clock.instant(),
                    share.bank());
            if (!door.reserve(wanted)) {
                taken.forEach(line -> door.send(new Release(
                        line,
                        application.id(),
                        programme.nr(),
                        "another lender has not enough left",
                        clock.instant())));
                return false;
            }
            taken.add(share.fundingLine());
        }
        return true;
    }

    private static Skip passedOver(boolean ranked) {
        return ranked
                ? new Skip("RANKED_LOWER", "Another programme ranks before it")
                : new Skip("LINE_EXHAUSTED", "Its funding line has not enough left");
    }
}
