package tallystick.audit.reviews;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.audit.api.ReviewEvent;
import tallystick.audit.api.ReviewEvent.*;
import tallystick.runtime.deadlines.Deadlines;

/** Which reviews there are and how they stand; also sets the clock of each. */
final class ReviewList {
    static final String DUE = "review-due";
    static final String ANSWER = "review-answer";

    @EventHandler
    void on(ReviewEvent event, JdbcTemplate jdbc, Deadlines deadlines) {
        switch (event) {
            case ReviewOpened e -> {
                jdbc.update(
                        "insert into audit.reviews_v1 (id, opened_at, application, state, due_at) values (?, ?, ?,"
                                + " 'OPEN', ?) on conflict (id) do nothing",
                        e.review().value(),
                        OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC),
                        e.application().value(),
                        OffsetDateTime.ofInstant(e.dueAt(), ZoneOffset.UTC));
                deadlines.set(DUE, e.review().value(), e.dueAt());
            }
            case ReviewClaimed e -> state(e, Review.State.CLAIMED, jdbc);
            case ReviewReleased e -> state(e, Review.State.OPEN, jdbc);
            case QuestionAsked e -> {
                state(e, Review.State.RETURNED, jdbc);
                var before = e.answerBefore();
                if (before != null) {
                    deadlines.set(ANSWER, e.review().value(), before);
                }
            }
            case QuestionAnswered e -> {
                state(e, Review.State.OPEN, jdbc);
                deadlines.clear(ANSWER, e.review().value());
            }
            case DecisionRecommended e -> state(e, Review.State.RECOMMENDED, jdbc);
            case ReviewDecided e -> {
                over(e, Review.State.DECIDED, jdbc, deadlines);
                decided(e, jdbc);
            }
            case ReviewClosed e -> over(e, Review.State.CLOSED, jdbc, deadlines);
            case ReviewOverdue e -> deadlines.clear(DUE, e.review().value());
        }
    }

    private static void decided(ReviewDecided event, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into audit.review_decisions_v1 (review, audit, nr, application, by_whom, outcome, reason,"
                        + " amount, currency, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                event.review().value(),
                event.audit().value(),
                event.decision(),
                event.application().value(),
                event.by(),
                event.outcome().name(),
                event.reason(),
                event.amount().amount(),
                event.amount().currency().getCurrencyCode(),
                OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC));
    }

    private static void over(ReviewEvent event, Review.State state, JdbcTemplate jdbc, Deadlines deadlines) {
        state(event, state, jdbc);
        deadlines.clear(DUE, event.review().value());
        deadlines.clear(ANSWER, event.review().value());
    }

    private static void state(ReviewEvent event, Review.State state, JdbcTemplate jdbc) {
        jdbc.update(
                "update audit.reviews_v1 set state = ? where id = ?",
                state.name(),
                event.review().value());
    }
}
