package tallystick.application.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.Recall;
import tallystick.application.api.Document;
import tallystick.application.api.Draft;
import tallystick.application.api.Draft.Missing;
import tallystick.application.api.Offer;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.LoanId;
import tallystick.runtime.decide.Decider;

/**
 * An application as far as its events tell. What may happen next is in {@link Deciding}; what an event means is in {@link
 * Telling}.
 *
 * @param officer in whose care it is
 * @param referral how far a person is who looks at it instead of the rules
 * @param changed the bank offered other terms than were asked
 * @param payoutFailed a bank proved that it did not pay, and no other order has been given since
 * @param held why nothing may be paid out now; null while nothing stands against it
 * @param notes ids of the notes, so that a repeat adds none
 * @param documents in the order in which they were attached
 * @param smaller a loan of what is paid, which the applicant may take instead; null while none is offered
 * @param recalls by which lenders are asked for what they have paid, without an answer
 * @param endedBy who or what ended it: {@code APPLICANT}, {@code AUDIT}, {@code BANK}, {@code CONSENT}, {@code TIME}, {@code OPERATIONS}
 */
public record Application(
        ApplicationId id,
        State state,
        Draft draft,
        String officer,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Submission submission,
        Referral referral,
        List<Attempt> attempts,
        List<Offer> offers,
        boolean changed,
        @Nullable Contract contract,
        @Nullable LoanId loan,
        boolean payoutFailed,
        @Nullable Payee payee,
        @Nullable String endedBy,
        List<Document> documents,
        List<String> conditionsMet,
        @Nullable String held,
        List<String> notes,
        @Nullable Smaller smaller,
        List<Recall> recalls) {
    static final String COOLING_OFF = "COOLING_OFF";

    public Application {
        documents = List.copyOf(documents);
        conditionsMet = List.copyOf(conditionsMet);
        notes = List.copyOf(notes);
        attempts = List.copyOf(attempts);
        offers = List.copyOf(offers);
        recalls = List.copyOf(recalls);
    }

    /** Connects applications to the machine. */
    public static Decider<ApplicationCommand, ApplicationEvent, Application> decider() {
        return Decider.of(
                "application",
                ApplicationCommand.class,
                ApplicationEvent.class,
                Application.class,
                Deciding::decide,
                Telling::after);
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
                Referral.NONE,
                List.of(),
                List.of(),
                false,
                null,
                null,
                false,
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of());
    }

    /** Whose turn it is. */
    public Turn turn() {
        return switch (state) {
            case DRAFT -> Turn.OFFICER;
            case SUBMITTED, IN_AUDIT -> referral.turn();
            case APPROVED -> Turn.SYSTEM;
            case PLACING, PAYING_OUT, CANCEL_REQUESTED -> Turn.BANK;
            case OFFERED, ACCEPTED -> Turn.APPLICANT;
            case CONTRACTED -> held == null ? Turn.SYSTEM : Turn.OFFICER;
            case PAYOUT_FAILED -> smaller == null ? Turn.OFFICER : Turn.APPLICANT;
            case FUNDED, DECLINED, WITHDRAWN, EXPIRED, NOT_PLACED, CANCELLED -> Turn.NOBODY;
        };
    }

    public boolean referred() {
        return referral != Referral.NONE;
    }

    /** How far a person is who looks at it. */
    public enum Referral {
        NONE(Turn.SYSTEM),
        WITH_REVIEWER(Turn.REVIEW),
        /** The reviewer asked something and waits. */
        WITH_OFFICER(Turn.OFFICER);

        private final Turn turn;

        Referral(Turn turn) {
            this.turn = turn;
        }

        Turn turn() {
            return turn;
        }
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

    /** Handed in, and not ended without a loan. */
    public boolean isHandedIn() {
        return submission != null && (state == State.FUNDED || !state.isEnd());
    }

    public Submission submitted() {
        if (submission == null) {
            throw new IllegalStateException("%s has not been handed in.".formatted(id));
        }
        return submission;
    }

    /** What still has to be entered or attached before it can be handed in. */
    public List<Missing> missing() {
        var missing = new ArrayList<>(draft.missing());
        missing.addAll(unproven());
        return missing;
    }

    /** Documents that are not attached, and what people have not agreed to. */
    public List<Missing> unproven() {
        var missing = new ArrayList<Missing>();
        Objects.requireNonNullElse(draft.documents(), List.<String>of()).stream()
                .filter(kind ->
                        documents.stream().noneMatch(document -> document.kind().equals(kind)))
                .forEach(kind -> missing.add(new Missing("/documents/" + kind, List.of())));
        Consenting.missing(draft).forEach(missing::add);
        return missing;
    }

    /** What has to be met before the contract may be signed. */
    List<String> openConditions() {
        return conditions().stream()
                .filter(condition -> !condition.equals(COOLING_OFF) && !conditionsMet.contains(condition))
                .toList();
    }

    private List<String> conditions() {
        return Objects.requireNonNullElse(submitted().agreement().conditions(), List.of());
    }

    /** Whether the time to think has to pass between signature and payout; time alone meets that condition. */
    boolean mustCoolOff() {
        return conditions().contains(COOLING_OFF)
                && !conditionsMet.contains(COOLING_OFF)
                && submitted().agreement().coolingOffDays() > 0;
    }

    /** The offer of that number; null when there never was one. */
    public @Nullable Offer offer(int nr) {
        return nr >= 1 && nr <= offers.size() ? offers.get(nr - 1) : null;
    }

    /** What the contract is about. */
    public Offer contracted() {
        return offers.get(Objects.requireNonNull(contract).offer() - 1);
    }

    /** Whose money the contract is about. */
    public Attempt contractedAttempt() {
        var placement = contracted().placement();
        return attempts.stream()
                .filter(attempt -> attempt.nr() == placement)
                .findFirst()
                .orElseThrow();
    }

    boolean isSmallerAgreed() {
        return smaller != null && smaller.isAgreed();
    }

    /** Its loan, of which not everything was paid, and about which somebody has to decide. */
    public LoanId failedPayout() {
        if (state != State.PAYOUT_FAILED || loan == null) {
            throw Refusals.payoutNotFailed(this);
        }
        return loan;
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
        private String officer;
        private State state;
        private Draft draft;
        private @Nullable Submission submission;
        private Referral referral;
        private List<Attempt> attempts;
        private List<Offer> offers;
        private boolean changed;
        private @Nullable Contract contract;
        private @Nullable LoanId loan;
        private boolean payoutFailed;
        private @Nullable Payee payee;
        private @Nullable String endedBy;
        private List<Document> documents;
        private List<String> conditionsMet;
        private @Nullable String held;
        private List<String> notes;
        private @Nullable Smaller smaller;
        private List<Recall> recalls;

        Change(Application before, Instant at) {
            this.before = before;
            this.at = at;
            this.officer = before.officer;
            this.state = before.state;
            this.draft = before.draft;
            this.submission = before.submission;
            this.referral = before.referral;
            this.attempts = new ArrayList<>(before.attempts);
            this.offers = new ArrayList<>(before.offers);
            this.changed = before.changed;
            this.contract = before.contract;
            this.loan = before.loan;
            this.payoutFailed = before.payoutFailed;
            this.payee = before.payee;
            this.endedBy = before.endedBy;
            this.documents = new ArrayList<>(before.documents);
            this.conditionsMet = new ArrayList<>(before.conditionsMet);
            this.held = before.held;
            this.notes = new ArrayList<>(before.notes);
            this.smaller = before.smaller;
            this.recalls = before.recalls();
        }

        Change officer(String next) {
            officer = next;
            return this;
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

        Change referral(Referral now) {
            referral = now;
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

        Change contract(@Nullable Contract next) {
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

        Change note(String id) {
            notes.add(id);
            return this;
        }

        Change met(String condition) {
            conditionsMet.add(condition);
            return this;
        }

        Change held(@Nullable String reason) {
            held = reason;
            return this;
        }

        Change smaller(@Nullable Smaller offered) {
            smaller = offered;
            return this;
        }

        Change recalls(List<Recall> now) {
            recalls = now;
            return this;
        }

        Change document(Document attached) {
            documents.add(attached);
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
                    officer,
                    before.createdAt,
                    at,
                    submission,
                    referral,
                    attempts,
                    offers,
                    changed,
                    contract,
                    loan,
                    payoutFailed,
                    payee,
                    endedBy,
                    documents,
                    conditionsMet,
                    held,
                    notes,
                    smaller,
                    recalls);
        }
    }
}
