package tallystick.audit.reviews;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.ReviewCommand;
import tallystick.audit.api.ReviewCommand.*;
import tallystick.audit.api.ReviewEvent;
import tallystick.audit.api.ReviewEvent.*;
import tallystick.audit.api.Wanted;

/** A referred case and who looks at it. */
record Review(
        ReviewOpened opened,
        State state,
        @Nullable String claimedBy,
        @Nullable Instant claimedUntil,
        @Nullable QuestionAsked question,
        @Nullable QuestionAnswered answer,
        @Nullable DecisionRecommended recommended,
        @Nullable ReviewDecided decided) {
    /** Public names. */
    enum State {
        OPEN,
        CLAIMED,
        RETURNED,
        RECOMMENDED,
        DECIDED,
        CLOSED
    }

    static List<ReviewEvent> decide(ReviewCommand command, @Nullable Review is) {
        if (command instanceof OpenReview c) {
            return is == null ? List.of(opened(c)) : List.of();
        }
        if (is == null) {
            throw Refusals.unknown(command.target());
        }
        return switch (command) {
            case OpenReview _ -> List.of();
            case ClaimReview c -> is.claim(c);
            case ReleaseReview c -> is.release(c);
            case AskQuestion c -> is.ask(c);
            case AnswerQuestion c -> is.answer(c);
            case Recommend c -> is.recommend(c);
            case DecideReview c -> is.decide(c);
            case PassAnswerDue c -> is.unanswered(c);
            case PassReviewDue c -> is.isOver() ? List.of() : List.of(new ReviewOverdue(c.target(), c.at()));
            case CloseReview c -> is.isOver() ? List.of() : List.of(new ReviewClosed(c.target(), c.because(), c.at()));
        };
    }

    private static ReviewOpened opened(OpenReview c) {
        return new ReviewOpened(
                c.target(),
                c.application(),
                c.audit(),
                c.decision(),
                c.officer(),
                c.exposure(),
                c.grade(),
                c.amount(),
                c.annualRate(),
                c.caseHash(),
                c.dueAt(),
                c.at(),
                c.kind(),
                c.gaps(),
                c.jurisdiction(),
                c.codes());
    }

    private boolean isOver() {
        return state == State.DECIDED || state == State.CLOSED;
    }

    private boolean isHeldByAnother(String by, Instant at) {
        return claimedBy != null && !claimedBy.equals(by) && claimedUntil != null && at.isBefore(claimedUntil);
    }

    private List<ReviewEvent> claim(ClaimReview c) {
        mustBeOpen();
        if (opened.officer().equals(c.by())) {
            throw Refusals.ownApplication(this, c.by());
        }
        if (isHeldByAnother(c.by(), c.at())) {
            throw Refusals.claimed(this);
        }
        return List.of(new ReviewClaimed(c.target(), c.by(), c.until(), c.at()));
    }

    private List<ReviewEvent> release(ReleaseReview c) {
        return c.by().equals(claimedBy) && !isOver()
                ? List.of(new ReviewReleased(c.target(), c.by(), c.at()))
                : List.of();
    }

    private List<ReviewEvent> ask(AskQuestion c) {
        mustHold(c.by(), c.at());
        var wanted = c.wanted().isEmpty() ? null : c.wanted();
        return List.of(new QuestionAsked(
                c.target(),
                c.by(),
                c.text(),
                c.at(),
                opened.application(),
                opened.audit(),
                wanted,
                wanted == null ? null : TimeToAnswer.end(opened.jurisdiction(), c.at())));
    }

    /** The question that waits for the applicant; whoever claims the case takes it back. */
    Optional<QuestionAsked> waitsFor() {
        return Optional.ofNullable(question).filter(asked -> state == State.RETURNED && asked.answerBefore() != null);
    }

    private List<ReviewEvent> unanswered(PassAnswerDue c) {
        return waitsFor()
                .filter(asked -> !c.at().isBefore(Objects.requireNonNull(asked.answerBefore())))
                .<List<ReviewEvent>>map(asked -> List.of(decided(
                        "system",
                        Outcome.DECLINE,
                        "What was asked for did not come in time",
                        List.of(),
                        c.at(),
                        asked.wanted())))
                .orElse(List.of());
    }

    private List<ReviewEvent> answer(AnswerQuestion c) {
        mustBeOpen();
        if (state != State.RETURNED) {
            throw Refusals.noQuestion(this);
        }
        return List.of(
                new QuestionAnswered(c.target(), c.by(), c.text(), c.at(), opened.application(), opened.audit()));
    }

    private List<ReviewEvent> recommend(Recommend c) {
        mustHold(c.by(), c.at());
        mustHaveSeen(c.caseHash());
        return List.of(new DecisionRecommended(
                c.target(), c.by(), c.outcome(), c.reason(), c.conditions(), c.at(), c.roles()));
    }

    private List<ReviewEvent> decide(DecideReview c) {
        mustHold(c.by(), c.at());
        mustHaveSeen(c.caseHash());
        if (opened.officer().equals(c.by())) {
            throw Refusals.ownApplication(this, c.by());
        }
        if (c.outcome() == Outcome.APPROVE) {
            mustHaveAuthority(c);
        }
        return List.of(decided(c.by(), c.outcome(), c.reason(), c.conditions(), c.at(), null));
    }

    private ReviewDecided decided(
            String by,
            Outcome outcome,
            String reason,
            List<String> conditions,
            Instant at,
            @Nullable List<Wanted> missing) {
        return new ReviewDecided(
                opened.review(),
                opened.application(),
                opened.audit(),
                opened.decision(),
                by,
                outcome,
                reason,
                conditions,
                opened.amount(),
                opened.annualRate(),
                at,
                missing);
    }

    /** What speaks against the case and may be overridden by nobody. */
    List<String> held() {
        return Authority.never(opened.codes());
    }

    /** Anybody may say no; a yes needs the level of the amount, and above a band two different people. */
    private void mustHaveAuthority(DecideReview c) {
        if (!held().isEmpty()) {
            throw Refusals.notOverridable(this);
        }
        var need = need().filter(level -> Authority.covers(c.roles(), level))
                .orElseThrow(() -> Refusals.authorityExceeded(this));
        if (need.count() > 1) {
            if (recommended == null || !isSecondedBy(recommended, need)) {
                throw Refusals.authorityExceeded(this);
            }
            if (recommended.by().equals(c.by())) {
                throw Refusals.ownRecommendation(this, c.by());
            }
        }
    }

    /** A second voice counts when it says yes too, and has the level itself. */
    private static boolean isSecondedBy(DecisionRecommended said, Authority.Need need) {
        var roles = said.roles();
        return said.outcome() == Outcome.APPROVE && roles != null && Authority.covers(roles, need);
    }

    /** Who may approve it; nobody of the matrix above its bands. */
    Optional<Authority.Need> need() {
        return Authority.shipped().need(opened.kind(), opened.exposure(), opened.grade());
    }

    private void mustBeOpen() {
        if (isOver()) {
            throw Refusals.over(this);
        }
    }

    private void mustHold(String by, Instant at) {
        mustBeOpen();
        if (!by.equals(claimedBy) || claimedUntil == null || !at.isBefore(claimedUntil)) {
            throw Refusals.notClaimed(this, by);
        }
    }

    private void mustHaveSeen(String hash) {
        if (!opened.caseHash().equals(hash)) {
            throw Refusals.hashChanged(opened.caseHash(), hash);
        }
    }

    static Review after(@Nullable Review before, ReviewEvent event) {
        if (event instanceof ReviewOpened e) {
            return new Review(e, State.OPEN, null, null, null, null, null, null);
        }
        if (before == null) {
            throw new IllegalStateException("A review begins with ReviewOpened; found " + event + ".");
        }
        return switch (event) {
            case ReviewOpened _, ReviewOverdue _ -> before;
            case ReviewClaimed e -> before.held(State.CLAIMED, e.by(), e.until());
            case ReviewReleased _ -> before.held(State.OPEN, null, null);
            case QuestionAsked e -> before.said(State.RETURNED, e, null, before.recommended, null);
            case QuestionAnswered e -> before.said(State.OPEN, before.question, e, before.recommended, null);
            case DecisionRecommended e -> before.said(State.RECOMMENDED, before.question, before.answer, e, null);
            case ReviewDecided e -> before.said(State.DECIDED, before.question, before.answer, before.recommended, e);
            case ReviewClosed _ -> before.held(State.CLOSED, null, null);
        };
    }

    private Review held(State to, @Nullable String by, @Nullable Instant until) {
        return new Review(opened, to, by, until, question, answer, recommended, decided);
    }

    /** Somebody has spoken, and holds the case no longer. */
    private Review said(
            State to,
            @Nullable QuestionAsked asked,
            @Nullable QuestionAnswered answered,
            @Nullable DecisionRecommended recommends,
            @Nullable ReviewDecided decides) {
        return new Review(opened, to, null, null, asked, answered, recommends, decides);
    }
}
