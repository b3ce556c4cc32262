package tallystick.application.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Draft;
import tallystick.application.api.Offer;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.LoanId;

/**
 * An application as far as its events tell. What may happen next is in {@link Deciding}; what an event means is in {@link
 * Telling}.
 *
 * @param referred a person has to decide
 * @param changed the bank offered other terms than were asked
 * @param payoutFailed the bank proved that nothing was paid, and no other order has been given since
 * @param endedBy who or what ended it: {@code APPLICANT}, {@code AUDIT}, {@code BANK}, {@code TIME}, {@code OPERATIONS}
 */
public record Application(
        ApplicationId id,
        State state,
        Draft draft,
        String officer,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Submission submission,
        boolean referred,
        List<Attempt> attempts,
        List<Offer> offers,
        boolean changed,
        @Nullable Contract contract,
        @Nullable LoanId loan,
        boolean payoutFailed,
        @Nullable Payee payee,
        @Nullable String endedBy) {
    public Application {
        attempts = List.copyOf(attempts);
        offers = List.copyOf(offers);
    }

    static Application started(ApplicationId id, Draft draft, String officer, Instant at) {
        return new Application(
                id,
                State.DRAFT,
                draft,
                officer,
                at,
                at,
                null,
                false,
                List.of(),
                List.of(),
                false,
                null,
                null,
                false,
                null,
                null);
    }

    /** Whose turn it is. */
    public Turn turn() {
        return switch (state) {
            case DRAFT -> Turn.OFFICER;
            case SUBMITTED, IN_AUDIT -> referred ? Turn.REVIEW : Turn.SYSTEM;
            case APPROVED -> Turn.SYSTEM;
            case PLACING, PAYING_OUT, CANCEL_REQUESTED -> Turn.BANK;
            case OFFERED, ACCEPTED -> Turn.APPLICANT;
            case CONTRACTED -> Turn.SYSTEM;
            case PAYOUT_FAILED -> Turn.OFFICER;
            case FUNDED, DECLINED, WITHDRAWN, EXPIRED, NOT_PLACED, CANCELLED -> Turn.NOBODY;
        };
    }

    /** Who has to do something. */
    public enum Turn {
        OFFICER,
        APPLICANT,
        REVIEW,
        BANK,
        SYSTEM,
        NOBODY
    }

    public Submission submitted() {
        if (submission == null) {
            throw new IllegalStateException("%s has not been handed in.".formatted(id));
        }
        return submission;
    }

    /** The offer of that number; null when there never was one. */
    public @Nullable Offer offer(int nr) {
        return nr >= 1 && nr <= offers.size() ? offers.get(nr - 1) : null;
    }

    public @Nullable Attempt lastAttempt() {
        return attempts.isEmpty() ? null : attempts.getLast();
    }

    /** A copy whose next change is told by name. */
    Change change(Instant at) {
        return new Change(this, at);
    }

    /** Collects what is different afterwards. */
    static final class Change {
        private final Application before;
        private final Instant at;
        private State state;
        private Draft draft;
        private @Nullable Submission submission;
        private boolean referred;
        private List<Attempt> attempts;
        private List<Offer> offers;
        private boolean changed;
        private @Nullable Contract contract;
        private @Nullable LoanId loan;
        private boolean payoutFailed;
        private @Nullable Payee payee;
        private @Nullable String endedBy;

        Change(Application before, Instant at) {
            this.before = before;
            this.at = at;
            this.state = before.state;
            this.draft = before.draft;
            this.submission = before.submission;
            this.referred = before.referred;
            this.attempts = new ArrayList<>(before.attempts);
            this.offers = new ArrayList<>(before.offers);
            this.changed = before.changed;
            this.contract = before.contract;
            this.loan = before.loan;
            this.payoutFailed = before.payoutFailed;
            this.payee = before.payee;
            this.endedBy = before.endedBy;
        }

        Change state(State next) {
            state = next;
            return this;
        }

        Change draft(Draft next) {
            draft = next;
            return this;
        }

        Change submission(Submission handedIn) {
            submission = handedIn;
            return this;
        }

        Change referred(boolean now) {
            referred = now;
            return this;
        }

        Change attempt(Attempt attempt) {
            attempts.removeIf(known -> known.nr() == attempt.nr());
            attempts.add(attempt);
            return this;
        }

        Change offer(Offer offer) {
            offers.add(offer);
            return this;
        }

        Change changed(boolean terms) {
            changed = terms;
            return this;
        }

        Change contract(Contract next) {
            contract = next;
            return this;
        }

        Change loan(LoanId booked) {
            loan = booked;
            return this;
        }

        Change payoutFailed(boolean now) {
            payoutFailed = now;
            return this;
        }

        Change payee(@Nullable Payee proposed) {
            payee = proposed;
            return this;
        }

        Change ended(State end, String by) {
            endedBy = by;
            return state(end);
        }

        Application done() {
            return new Application(
                    before.id,
                    state,
                    draft,
                    before.officer,
                    before.createdAt,
                    at,
                    submission,
                    referred,
                    attempts,
                    offers,
                    changed,
                    contract,
                    loan,
                    payoutFailed,
                    payee,
                    endedBy);
        }
    }
}
