package tallystick.application.placement;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Exposure;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.Considered.Skip;
import tallystick.application.api.FundingLineCommand.OpenExposure;
import tallystick.application.api.FundingLineCommand.Place;
import tallystick.application.api.FundingLineCommand.Release;
import tallystick.application.api.FundingLineCommand.Reserve;
import tallystick.application.api.FundingLineCommand.ReserveExposure;
import tallystick.application.api.FundingLineCommand.Reserving;
import tallystick.application.api.FundingLineEvent.Slot;
import tallystick.application.api.ProgrammeData.Quota;
import tallystick.application.lifecycle.Application;
import tallystick.application.lines.FundingLine;
import tallystick.application.lines.LentBefore;
import tallystick.application.lines.LineDoor;
import tallystick.application.placement.Appetite.Usage;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Refusal;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;

/**
 * What an attempt reserves: of the line of each lender its share, with the first of them a slot of the programme's quota, and
 * for each of several what it lends together with others. All of it or nothing.
 */
final class Reservations {
    private final Things things;
    private final Commands commands;
    private final LineDoor door;
    private final LentBefore before;
    private final InstantSource clock;

    Reservations(Things things, Commands commands, LineDoor door, LentBefore before, InstantSource clock) {
        this.things = things;
        this.commands = commands;
        this.door = door;
        this.before = before;
        this.clock = clock;
    }

    /** What others have by now; whether that leaves enough is known when it is reserved. */
    Usage used(Listed programme, @Nullable List<Share> shares, Application application) {
        var id = application.id();
        var usage = programme.data().quota() == null
                ? Usage.NONE
                : found(FundingLineId.named(programme.data().fundingLine()))
                        .map(line -> used(line, slot(programme.id(), application), id, programme.nr()))
                        .orElse(Usage.NONE);
        return usage.lending(lent(shares, id, programme.nr()));
    }

    private static Usage used(FundingLine line, Slot slot, ApplicationId id, int placement) {
        var mine = line.has(id, placement) ? 1 : 0;
        return new Usage(line.ofDay(slot) - mine, line.ofMonth(slot) - mine);
    }

    private Map<BankId, Money> lent(@Nullable List<Share> shares, ApplicationId id, int placement) {
        return Stream.ofNullable(shares)
                .flatMap(List::stream)
                .filter(share -> share.exposure() != null)
                .collect(Collectors.toMap(
                        Share::bank,
                        share -> found(exposure(share).line())
                                .map(line -> line.usedBesides(id, placement))
                                .orElse(Money.zero(share.amount().currency()))));
    }

    private Optional<FundingLine> found(FundingLineId line) {
        return things.find(FundingLine.class, line.value()).map(found -> found.state());
    }

    private Slot slot(ProgrammeId programme, Application application) {
        var where = Jurisdiction.named(application.submitted().agreement().jurisdiction());
        return new Slot(programme, where.dateAt(clock.instant()));
    }

    /** Why not; empty when all of it is reserved. Safe to repeat. */
    Optional<Skip> reserve(Application application, Considered programme, @Nullable Quota quota) {
        var slot = slot(programme.programme(), application);
        return reserve(
                application.id(),
                programme.nr(),
                programme.lenders(application.submitted().amount()).stream()
                        .flatMap(share -> share.fundingLine().equals(programme.fundingLine())
                                ? wanted(application.id(), programme, share, new Place(slot, quota))
                                : wanted(application.id(), programme, share, null)));
    }

    /** As before, what the bank would lend that stands by and was called. */
    Optional<Skip> standIn(Application application) {
        var attempt = Objects.requireNonNull(application.lastAttempt());
        var share = Objects.requireNonNull(attempt.called()).share();
        return reserve(application.id(), attempt.nr(), wanted(application.id(), attempt.programme(), share, null));
    }

    /** In one order whatever the programme, so that of two that want the last of the same lines one gets it. */
    private Optional<Skip> reserve(ApplicationId id, int placement, Stream<Reserving> all) {
        var reserved = new ArrayList<FundingLineId>();
        for (var wanted :
                all.sorted(Comparator.comparing(one -> one.target().value())).toList()) {
            var no = door.reserve(wanted);
            if (no.isPresent()) {
                reserved.forEach(line -> giveBack(line, id, placement, no.get().detail()));
                return no.map(Reservations::skip);
            }
            reserved.add(wanted.target());
        }
        return Optional.empty();
    }

    private void giveBack(FundingLineId line, ApplicationId id, int placement, String because) {
        door.send(new Release(line, id, placement, because, clock.instant()));
    }

    private static Skip skip(Refusal no) {
        return switch (no.code()) {
            case "quota-of-day" -> new Skip("QUOTA_OF_DAY", no.detail());
            case "quota-of-month" -> new Skip("QUOTA_OF_MONTH", no.detail());
            case "concentration-above-law" -> new Skip("CONCENTRATION_ABOVE_LAW", no.detail());
            default -> new Skip("LINE_EXHAUSTED", "Its funding line has not enough left");
        };
    }

    private Stream<Reserving> wanted(ApplicationId id, Considered programme, Share share, @Nullable Place place) {
        var at = clock.instant();
        var nr = programme.nr();
        var line = new Reserve(share.fundingLine(), id, nr, share.amount(), at, share.bank(), place);
        if (share.exposure() == null) {
            return Stream.of(line);
        }
        var validFor =
                found(share.fundingLine()).map(FundingLine::reservationValidFor).orElse(Duration.ZERO);
        open(share, programme.programme(), validFor, at);
        var exposure = exposure(share);
        return Stream.of(
                line, new ReserveExposure(exposure.line(), id, nr, share.amount(), exposure.most(), validFor, at));
    }

    private void open(Share share, ProgrammeId programme, Duration validFor, Instant at) {
        var exposure = exposure(share);
        if (found(exposure.line()).isEmpty()) {
            var lent = before.outstanding(share.bank(), share.amount().currency());
            commands.sendAndWait(
                    new OpenExposure(exposure.line(), share.bank(), programme, exposure.most(), validFor, at, lent));
        }
    }

    private static Exposure exposure(Share share) {
        return Objects.requireNonNull(share.exposure());
    }
}
