package tallystick.application.lines;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineEvent;
import tallystick.application.api.FundingLineEvent.*;
import tallystick.application.api.LineKind;
import tallystick.application.lines.Reserved.Taken;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Sha256;
import tallystick.runtime.decide.Decider;

/**
 * A funding line and what is taken of it, as its events tell. What may happen next is in {@link LineDeciding}.
 *
 * @param proposedAt when there was a line to be looked at, and with it what its programme said then
 * @param proposedBy who asked for a line of this size
 * @param change what another person has to approve first; null when nothing waits
 * @param confirmed what banks agreed to, settled or not
 * @param repaid what came back of it; nothing on a line of volume, and below zero where more was lent than was reserved on it
 * @param taken what is reserved or confirmed and not settled, by application and attempt
 * @param slots of quotas that are taken, settled or not
 */
public record FundingLine(
        FundingLineId id,
        BankId bank,
        ProgrammeId programme,
        LineKind kind,
        Money limit,
        Duration reservationValidFor,
        Instant proposedAt,
        String proposedBy,
        @Nullable String approvedBy,
        @Nullable Change change,
        Money reserved,
        Money confirmed,
        Money repaid,
        Reserved taken,
        Slots slots) {
    /** In place of those who propose and approve, where nobody does. */
    private static final String LAW = "law";

    /** Another limit, or another time for reservations. */
    record Change(Money limit, Duration reservationValidFor, String by) {}

    /** Connects lines to the machine; their state is large and changes often. */
    public static Decider<FundingLineCommand, FundingLineEvent, FundingLine> decider() {
        return Decider.of(
                        "funding-line",
                        FundingLineCommand.class,
                        FundingLineEvent.class,
                        FundingLine.class,
                        LineDeciding::decide,
                        FundingLine::after)
                .withSnapshotEvery(2_000);
    }

    /** Below zero only when repayments were reversed that others have borrowed since. */
    public Money available() {
        return limit.minus(used());
    }

    /** Names what another person has to approve; null when nothing waits. */
    @Nullable
    String waiting() {
        if (approvedBy != null && change == null) {
            return null;
        }
        var next = change == null ? new Change(limit, reservationValidFor, proposedBy) : change;
        return Sha256.hex(String.join(
                "\n",
                id.value(),
                kind.name(),
                next.limit().toString(),
                next.reservationValidFor().toString()));
    }

    public Money used() {
        return reserved.plus(confirmed).minus(repaid);
    }

    /** What others have of it than this attempt, which may have reserved already. */
    public Money usedBesides(ApplicationId application, int placement) {
        var mine = taken.by(application, placement);
        return mine == null ? used() : used().minus(mine.amount());
    }

    /** Whether an attempt has a part of it already. */
    public boolean has(ApplicationId application, int placement) {
        return taken.by(application, placement) != null;
    }

    /** How many applications its programme has taken on that day. */
    public int ofDay(Slot slot) {
        return slots.ofDay(slot);
    }

    /** How many its programme has taken in the month of that day. */
    public int ofMonth(Slot slot) {
        return slots.ofMonth(slot);
    }

    static FundingLine after(@Nullable FundingLine before, FundingLineEvent event) {
        if (event instanceof LineProposed e) {
            return proposed(e);
        }
        if (event instanceof ExposureOpened e) {
            return opened(e);
        }
        var is = Objects.requireNonNull(before, "A funding line begins with LineProposed.");
        return switch (event) {
            case LineProposed _, ExposureOpened _ -> is;
            case ExposureBounded e -> is.with(e.most(), e.reservationValidFor(), is.proposedBy, is.approvedBy, null);
            case LineApproved e -> is.with(is.limit, is.reservationValidFor, is.proposedBy, e.by(), null);
            case LimitProposed e -> is.proposed(new Change(e.limit(), e.reservationValidFor(), e.by()));
            case LimitChanged e -> is.limited(e);
            case LineReserved e -> is.now(e.application(), e.placement(), Taken.reserved(e.amount(), e.slot()));
            case ReservationHeld e ->
                is.now(
                        e.application(),
                        e.placement(),
                        is.mine(e.application(), e.placement()).heldNow());
            case ReservationConfirmed e ->
                is.now(
                        e.application(),
                        e.placement(),
                        is.mine(e.application(), e.placement()).confirmedNow(e.amount()));
            case ReservationReleased e -> is.without(e.application(), e.placement());
            case ReservationExpired e -> is.without(e.application(), e.placement());
            case ReservationsSettled e -> is.settled(e);
            case ReservationReopened e -> is.reopened(e);
            case LineReplenished e -> is.sums(is.reserved, is.confirmed, e.repaid(), is.taken, is.slots);
        };
    }

    private static FundingLine opened(ExposureOpened e) {
        var line = started(
                e.line(),
                e.bank(),
                e.programme(),
                LineKind.EXPOSURE,
                e.most(),
                e.reservationValidFor(),
                e.at(),
                LAW,
                LAW);
        var before = e.lentBefore();
        return before == null
                ? line
                : line.sums(line.reserved, line.confirmed, line.repaid.minus(before), line.taken, line.slots);
    }

    private static FundingLine proposed(LineProposed e) {
        var kind = e.kind() == null ? LineKind.VOLUME : e.kind();
        return started(
                e.line(), e.bank(), e.programme(), kind, e.limit(), e.reservationValidFor(), e.at(), e.by(), null);
    }

    private static FundingLine started(
            FundingLineId id,
            BankId bank,
            ProgrammeId programme,
            LineKind kind,
            Money limit,
            Duration validFor,
            Instant at,
            String by,
            @Nullable String approvedBy) {
        var none = Money.zero(limit.currency());
        return new FundingLine(
                id,
                bank,
                programme,
                kind,
                limit,
                validFor,
                at,
                by,
                approvedBy,
                null,
                none,
                none,
                none,
                Reserved.NOTHING,
                Slots.NONE);
    }

    private FundingLine proposed(Change next) {
        return with(limit, reservationValidFor, proposedBy, approvedBy, next);
    }

    /** Who changes a line that nobody has approved yet is who proposes it. */
    private FundingLine limited(LimitChanged e) {
        return with(e.limit(), e.reservationValidFor(), approvedBy == null ? e.by() : proposedBy, approvedBy, null);
    }

    private Taken mine(ApplicationId application, int placement) {
        return Objects.requireNonNull(taken.by(application, placement));
    }

    /** What came back once leaves a mark, so that it is neither settled nor released again. */
    private FundingLine without(ApplicationId application, int placement) {
        var mine = mine(application, placement);
        return now(application, placement, mine.reopened() ? Taken.reopened(Money.zero(limit.currency())) : null);
    }

    private FundingLine settled(ReservationsSettled e) {
        var left = taken;
        for (var one : e.reservations()) {
            left = left.with(one.application(), one.placement(), null);
        }
        return sums(reserved, confirmed, repaid, left, slots);
    }

    /** Its amount is in what is confirmed already. */
    private FundingLine reopened(ReservationReopened e) {
        var again = Taken.reopened(e.amount());
        return sums(reserved, confirmed, repaid, taken.with(e.application(), e.placement(), again), slots);
    }

    /** The sums follow from what was taken before and now, so that no event scans them all. */
    private FundingLine now(ApplicationId application, int placement, @Nullable Taken now) {
        var before = taken.by(application, placement);
        return sums(
                reserved.minus(part(before, false)).plus(part(now, false)),
                confirmed.minus(part(before, true)).plus(part(now, true)),
                repaid,
                taken.with(application, placement, now),
                slots(before == null ? null : before.slot(), now == null ? null : now.slot()));
    }

    private Slots slots(@Nullable Slot before, @Nullable Slot now) {
        if (Objects.equals(before, now)) {
            return slots;
        }
        var left = before == null ? slots : slots.minus(before);
        return now == null ? left : left.plus(now);
    }

    private Money part(@Nullable Taken taken, boolean ofConfirmed) {
        return taken == null || taken.isConfirmed() != ofConfirmed ? Money.zero(limit.currency()) : taken.amount();
    }

    private FundingLine with(
            Money limit, Duration validFor, String proposer, @Nullable String approver, @Nullable Change next) {
        return new FundingLine(
                id,
                bank,
                programme,
                kind,
                limit,
                validFor,
                proposedAt,
                proposer,
                approver,
                next,
                reserved,
                confirmed,
                repaid,
                taken,
                slots);
    }

    private FundingLine sums(Money reserved, Money confirmed, Money repaid, Reserved taken, Slots slots) {
        return new FundingLine(
                id,
                bank,
                programme,
                kind,
                limit,
                reservationValidFor,
                proposedAt,
                proposedBy,
                approvedBy,
                change,
                reserved,
                confirmed,
                repaid,
                taken,
                slots);
    }
}
