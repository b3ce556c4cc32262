package tallystick.application.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand.PlaceApplication;
import tallystick.application.api.ApplicationCommand.TakeBankApproval;
import tallystick.application.api.ApplicationCommand.TakeBankDecline;
import tallystick.application.api.ApplicationCommand.TakeBankRevocation;
import tallystick.application.api.ApplicationCommand.TakeBankSilence;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.ApplicationNotPlaced;
import tallystick.application.api.ApplicationEvent.AuditRenewed;
import tallystick.application.api.ApplicationEvent.PlacementApproved;
import tallystick.application.api.ApplicationEvent.PlacementDeclined;
import tallystick.application.api.ApplicationEvent.PlacementRefused;
import tallystick.application.api.ApplicationEvent.PlacementRevoked;
import tallystick.application.api.ApplicationEvent.PlacementStarted;
import tallystick.application.api.ApplicationEvent.PlacementUnknown;
import tallystick.application.api.Considered;
import tallystick.kernel.AuditId;
import tallystick.kernel.Ids;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Attempts to place, and what banks say to them. One attempt is open at a time. */
final class Placing {
    private Placing() {}

    static List<ApplicationEvent> place(PlaceApplication c, Application is) {
        if (!mayStart(is)) {
            return List.of();
        }
        if (is.submitted().isStale(c.at())) {
            return List.of(new AuditRenewed(is.id(), next(is.submitted().audit()), c.at()));
        }
        var chosen = c.chosen();
        var instruction = c.instruction();
        if (chosen == null || instruction == null) {
            return List.of(new ApplicationNotPlaced(is.id(), c.considered(), c.at()));
        }
        if (is.attempts().stream().anyMatch(attempt -> attempt.nr() == chosen)) {
            return List.of();
        }
        var programme = numbered(c.considered(), chosen);
        var handedIn = is.submitted();
        return List.of(new PlacementStarted(
                is.id(),
                handedIn.applicant(),
                c.considered(),
                chosen,
                programme.bank(),
                instruction,
                handedIn.amount(),
                handedIn.count(),
                programme.annualRate(),
                handedIn.bankSharing(),
                c.at()));
    }

    /** After the approval, or once the attempt before is proven dead. */
    private static boolean mayStart(Application is) {
        var last = is.lastAttempt();
        return is.state() == State.APPROVED
                || (is.state() == State.PLACING && last != null && last.progress() == Attempt.Progress.DECLINED);
    }

    private static Considered numbered(List<Considered> considered, int nr) {
        return considered.stream()
                .filter(programme -> programme.nr() == nr)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No programme has the number " + nr + "."));
    }

    static List<ApplicationEvent> approved(TakeBankApproval c, Application is) {
        return open(is, c.placement())
                .map(attempt -> approved(c, attempt, is))
                .map(List::of)
                .orElse(List.of());
    }

    private static ApplicationEvent approved(TakeBankApproval c, Attempt attempt, Application is) {
        var handedIn = is.submitted();
        var amount = c.amount() == null ? attempt.amount() : c.amount();
        var rate = c.annualRate() == null ? attempt.programme().annualRate() : c.annualRate();
        var count = c.count() == null ? handedIn.count() : c.count();
        var wrong = c.beyond() == null ? wrong(amount, rate, count, attempt, handedIn) : c.beyond();
        if (wrong != null) {
            return new PlacementRefused(is.id(), c.placement(), wrong, c.at());
        }
        var changed = !amount.equals(handedIn.amount())
                || !rate.equals(attempt.programme().annualRate())
                || count != handedIn.count();
        return new PlacementApproved(is.id(), c.placement(), amount, rate, count, changed, c.at());
    }

    /** A bank may agree to less, never to what is beyond the reservation or the product; null when nothing is. */
    private static @Nullable String wrong(Money amount, Rate rate, int count, Attempt attempt, Submission handedIn) {
        var dearest = handedIn.agreement().highestRate();
        if (!amount.currency().equals(attempt.amount().currency())
                || !amount.isPositive()
                || amount.isMoreThan(attempt.amount())) {
            return "It agreed to %s; %s is reserved".formatted(amount, attempt.amount());
        }
        if (rate.compareTo(dearest) > 0 || rate.perYear().signum() < 0) {
            return "It asks for %s a year; the product allows %s".formatted(rate, dearest);
        }
        return count < 1 ? "It agreed to %d instalments".formatted(count) : null;
    }

    static List<ApplicationEvent> declined(TakeBankDecline c, Application is) {
        return open(is, c.placement())
                .<ApplicationEvent>map(_ -> new PlacementDeclined(is.id(), c.placement(), c.reason(), c.at(), c.bank()))
                .map(List::of)
                .orElse(List.of());
    }

    /** Only what is not paid yet can be taken back. */
    static List<ApplicationEvent> revoked(TakeBankRevocation c, Application is) {
        var last = is.lastAttempt();
        var stands = Set.of(State.PLACING, State.OFFERED, State.ACCEPTED, State.CONTRACTED)
                .contains(is.state());
        return stands && last != null && last.nr() == c.placement() && last.progress() == Attempt.Progress.APPROVED
                ? List.of(new PlacementRevoked(is.id(), c.placement(), c.reason(), c.at(), c.bank()))
                : List.of();
    }

    /** Follows from the one before, so that a repeat asks for the same audit. */
    private static AuditId next(AuditId before) {
        return new AuditId(Ids.derived(AuditId.KIND, before.value(), "again"));
    }

    static List<ApplicationEvent> silent(TakeBankSilence c, Application is) {
        return open(is, c.placement())
                .filter(attempt -> attempt.progress() == Attempt.Progress.SUBMITTED)
                .<ApplicationEvent>map(_ -> new PlacementUnknown(is.id(), c.placement(), c.at()))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Attempt> open(Application is, int placement) {
        return is.attempts().stream()
                .filter(attempt -> is.state() == State.PLACING && attempt.nr() == placement && attempt.isOpen())
                .findFirst();
    }
}
