package tallystick.audit.reviews;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.ReviewCommand.AnswerQuestion;
import tallystick.audit.api.ReviewCommand.AskQuestion;
import tallystick.audit.api.ReviewCommand.ClaimReview;
import tallystick.audit.api.ReviewCommand.DecideReview;
import tallystick.audit.api.ReviewCommand.Recommend;
import tallystick.audit.api.ReviewCommand.ReleaseReview;
import tallystick.audit.api.ReviewId;
import tallystick.audit.api.Wanted;
import tallystick.kernel.Addressed;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Filters.Words;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.lists.ThingLists;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Reviews over HTTP. */
@RestController
@Tag(name = "Reviews", description = "Referred cases and who decides them.")
class ReviewsController {
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final int MOST_CONDITIONS = 20;

    private final Things things;
    private final Commands commands;
    private final InstantSource clock;
    private final ThingLists lists;
    private final Approvals approvals;

    ReviewsController(Things things, Commands commands, InstantSource clock, ThingLists lists, Approvals approvals) {
        this.approvals = approvals;
        this.lists = lists;
        this.things = things;
        this.commands = commands;
        this.clock = clock;
    }

    record Nothing() {}

    record Message(String text) {}

    /** @param wanted what the applicant has to bring; nothing, where the officer knows the answer */
    record Asking(String text, @Nullable List<Wanted> wanted) {}

    record Judgement(
            Outcome outcome, String reason, @Nullable List<String> conditions, String hash) {}

    @Operation(operationId = "listReviews", summary = "Reviews", description = "The newest first.")
    @GetMapping("/api/v1/reviews")
    @Readers
    @Filters(value = "application", words = @Words(value = "state", of = Review.State.class))
    ResponseEntity<Page<ReviewView>> list(Listing listing) {
        return lists.page(
                listing,
                "audit.reviews_v1",
                "opened_at",
                Review.class,
                found -> ReviewView.of(found.state()),
                "state",
                "application");
    }

    @Operation(
            operationId = "getReview",
            summary = "One review",
            description = "With the hash of the case as shown, which a decision names.")
    @GetMapping("/api/v1/reviews/{review}")
    @Readers
    ResponseEntity<ReviewView> one(@PathVariable String review) {
        var found = things.find(Review.class, review).orElseThrow();
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(ReviewView.of(found.state()));
    }

    @Operation(
            operationId = "claimReview",
            summary = "Claim a case",
            description = "For half an hour, so that two people never hold one case.")
    @PostMapping("/api/v1/reviews/{review}/claim")
    @Allowed({Role.UNDERWRITER, Role.SENIOR_UNDERWRITER})
    @Shows(ReviewView.class)
    ResponseEntity<byte[]> claim(@PathVariable String review, @RequestBody Nothing body, Write write) {
        return change(
                review,
                write,
                () -> new ClaimReview(
                        new ReviewId(review), write.by(), clock.instant().plus(LEASE), clock.instant()));
    }

    @Operation(operationId = "releaseReview", summary = "Give a case back", description = "For others to claim.")
    @DeleteMapping("/api/v1/reviews/{review}/claim")
    @Allowed({Role.UNDERWRITER, Role.SENIOR_UNDERWRITER})
    ResponseEntity<Void> release(@PathVariable String review, Caller caller) {
        commands.send(
                new ReleaseReview(new ReviewId(review), caller.name(), clock.instant()), Origin.of(caller.name()));
        return ResponseEntity.noContent().build();
    }

    @Operation(
            operationId = "askQuestion",
            summary = "Ask the officer or the applicant",
            description =
                    "Returns the case with a question. What the applicant has to bring (`wanted`) is named in a notice,"
                            + " with the day by which the law wants it; without it the case is declined then.")
    @PostMapping("/api/v1/reviews/{review}/question")
    @Allowed({Role.UNDERWRITER, Role.SENIOR_UNDERWRITER})
    @Shows(ReviewView.class)
    ResponseEntity<byte[]> ask(@PathVariable String review, @RequestBody Asking body, Write write) {
        return change(review, write, () -> {
            said("/text", body.text());
            return new AskQuestion(new ReviewId(review), write.by(), body.text(), clock.instant(), wanted(body));
        });
    }

    private static List<Wanted> wanted(Asking body) {
        var wanted = body.wanted() == null ? List.<Wanted>of() : body.wanted();
        if (wanted.stream().filter(Objects::nonNull).distinct().count() < wanted.size()) {
            throw ValueNotAllowed.at("/wanted", "not-allowed", "different things", "one of them again");
        }
        return wanted;
    }

    @Operation(
            operationId = "answerQuestion",
            summary = "Answer a reviewer's question",
            description = "The case is open to be claimed again.")
    @PostMapping("/api/v1/reviews/{review}/answer")
    @Allowed(Role.OFFICER)
    @Shows(ReviewView.class)
    ResponseEntity<byte[]> answer(@PathVariable String review, @RequestBody Message body, Write write) {
        return change(review, write, () -> {
            said("/text", body.text());
            return new AnswerQuestion(new ReviewId(review), write.by(), body.text(), clock.instant());
        });
    }

    @Operation(
            operationId = "recommendReview",
            summary = "Recommend a decision",
            description = "For another person to decide.")
    @PostMapping("/api/v1/reviews/{review}/recommendation")
    @Allowed({Role.UNDERWRITER, Role.SENIOR_UNDERWRITER})
    @Shows(ReviewView.class)
    ResponseEntity<byte[]> recommend(
            @PathVariable String review, @RequestBody Judgement body, Write write, Caller caller) {
        return judge(review, body, write, caller, Recommend::new);
    }

    @Operation(
            operationId = "decideReview",
            summary = "Decide a case",
            description = "Within the authority of who decides, for exactly the case that was shown.")
    @PostMapping("/api/v1/reviews/{review}/decision")
    @Allowed({Role.UNDERWRITER, Role.SENIOR_UNDERWRITER})
    @Shows(ReviewView.class)
    ResponseEntity<byte[]> decide(
            @PathVariable String review, @RequestBody Judgement body, Write write, Caller caller) {
        return judge(
                review,
                body,
                write,
                caller,
                (id, by, roles, outcome, reason, conditions, hash, at) ->
                        approvals.within(new DecideReview(id, by, roles, outcome, reason, conditions, hash, at)));
    }

    /** A judgement as a command: a recommendation and a decision say the same things. */
    @FunctionalInterface
    private interface Saying {
        Addressed of(
                ReviewId review,
                String by,
                List<String> roles,
                Outcome outcome,
                String reason,
                List<String> conditions,
                String hash,
                Instant at);
    }

    private ResponseEntity<byte[]> judge(String review, Judgement body, Write write, Caller caller, Saying saying) {
        return change(review, write, () -> {
            judged(body);
            return saying.of(
                    new ReviewId(review),
                    write.by(),
                    roles(caller),
                    body.outcome(),
                    body.reason(),
                    conditions(body),
                    body.hash(),
                    clock.instant());
        });
    }

    private static List<String> conditions(Judgement body) {
        var conditions = body.conditions() == null ? List.<String>of() : body.conditions();
        if (conditions.size() > MOST_CONDITIONS
                || !conditions.stream()
                        .allMatch(condition -> condition.matches("(?U)[^\\p{Cntrl}]{1,200}") && !condition.isBlank())) {
            throw ValueNotAllowed.at(
                    "/conditions", "not-allowed", "at most 20 conditions of 1 to 200 characters", "another list");
        }
        return conditions;
    }

    private static void judged(Judgement body) {
        said("/reason", body.reason());
        if (body.outcome() == Outcome.REFER) {
            throw ValueNotAllowed.at("/outcome", "not-allowed", "APPROVE or DECLINE", "REFER");
        }
    }

    private static void said(String pointer, String text) {
        if (text.isBlank() || text.length() > 2_000) {
            throw ValueNotAllowed.at(pointer, "blank", "1 to 2000 characters", text.isBlank() ? "blanks" : "more");
        }
    }

    private static List<String> roles(Caller caller) {
        return caller.roles().stream().map(Role::text).sorted().toList();
    }

    private ResponseEntity<byte[]> change(String review, Write write, Supplier<Addressed> command) {
        return write.<Review>change("audit", review, Review.class, command, decided -> ReviewView.of(decided.state()));
    }

    record Matrix(List<Authority.Row> items) {}

    @Operation(
            operationId = "listAuthorities",
            summary = "Who may approve what",
            description = "By role, number of people, grade and exposure.")
    @GetMapping("/api/v1/authorities")
    @Readers
    Matrix authorities() {
        return new Matrix(Authority.shipped().rows());
    }
}
