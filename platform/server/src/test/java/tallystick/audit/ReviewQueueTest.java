package tallystick.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.ReviewCommand.ClaimReview;
import tallystick.audit.api.ReviewCommand.DecideReview;
import tallystick.audit.api.ReviewCommand.OpenReview;
import tallystick.audit.api.ReviewCommand.ReleaseReview;
import tallystick.audit.api.ReviewId;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.kernel.Refused;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.testing.TestDatabase;

/**
 * Referred cases, also when many reach for them at once, on two nodes. {@code -Dproof.underwriters=50} for a whole floor of
 * underwriters; verify takes some.
 */
class ReviewQueueTest {
    private static final int PEOPLE = Integer.getInteger("proof.underwriters", 8);
    private static final int CASES = PEOPLE * 4;
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static Platform platform;
    private static Platform other;
    private static Door door;

    @BeforeAll
    static void start() {
        var database = TestDatabase.empty();
        platform = Platform.start(database);
        other = Platform.start(database);
        door = platform.door();
    }

    @AfterAll
    static void stop() {
        other.close();
        platform.close();
    }

    private static Instant now() {
        return platform.bean(java.time.Clock.class).instant();
    }

    private static ReviewId opened(String name, String amount) {
        var id = new ReviewId("review-" + name);
        platform.bean(Commands.class)
                .send(
                        new OpenReview(
                                id,
                                new ApplicationId("app-" + name),
                                new AuditId("audit-" + name),
                                1,
                                "olga",
                                Money.of("CNY", amount),
                                "B",
                                Money.of("CNY", amount),
                                Rate.of("0.12"),
                                "case",
                                now().plus(Duration.ofHours(4)),
                                now(),
                                "CASH",
                                List.of(),
                                "CN",
                                List.of()),
                        Origin.of("olga"));
        return id;
    }

    private static <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var one : threads.invokeAll(all)) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /** Eleven cases of 45,000 fit into a day of 500,000, and no twelfth. */
    @Test
    void twoDecisionsAtOnceNeverPassTheSumOfADayTogether() throws Exception {
        var reviews = IntStream.range(0, 14)
                .mapToObj(nr -> opened("day" + nr, "45000.00"))
                .toList();
        reviews.forEach(review -> platform.bean(Commands.class)
                .send(new ClaimReview(review, "underwriter", now().plus(LEASE), now()), Origin.of("underwriter")));
        var doors = List.of(door, other.door());
        var statuses = atOnce(IntStream.range(0, reviews.size())
                .<Callable<Integer>>mapToObj(nr -> () -> doors.get(nr % 2)
                        .post("underwriter", "/reviews/" + reviews.get(nr) + "/decision", """
                            {"outcome":"APPROVE","reason":"Income proved","conditions":[],"hash":"case"}
                            """)
                        .response()
                        .statusCode())
                .toList());
        // A busy machine may answer 202: decided, and not yet to be read.
        assertThat(statuses)
                .filteredOn(status -> status == 200 || status == 202)
                .hasSize(11);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(3);
        var left = reviews.get(statuses.indexOf(409));
        door.post("underwriter", "/reviews/" + left + "/decision", """
            {"outcome":"APPROVE","reason":"Once more","conditions":[],"hash":"case"}
            """).refused(409, "daily-limit-exceeded");
        door.post("underwriter", "/reviews/" + left + "/decision", """
            {"outcome":"DECLINE","reason":"A no needs no sum","conditions":[],"hash":"case"}
            """);
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                door.get("underwriter", "/reviews/" + left).text("/decided/outcome"))
                        .isEqualTo("DECLINE"));
    }

    @Test
    void whoDoesNotBringWhatIsMissingIsDeclinedForIt() {
        var story = Story.drafted(door, "12000.00", "8000.00").submit();
        Awaitility.await().until(() -> !reviewOf(story).isEmpty());
        var review = "/reviews/" + reviewOf(story);
        var notice = "/audits/" + story.application().at("/audit").asString("") + "/decisions/1/notice";
        door.post("underwriter", review + "/claim", "{}").is(200);
        door.get("officer", notice).refused(409, "no-notice-owed");
        asks(review, "SHOES").refused(400, "malformed");
        asks(review, "PROOF_OF_INCOME\",\"PROOF_OF_INCOME").refused(422, "value-not-allowed");
        var tooLate = Instant.parse(asks(review, "PROOF_OF_INCOME").is(200).text("/question/answerBefore"));

        var incomplete = door.get("officer", notice + "?language=zh").is(200);
        assertThat(incomplete.text("/occasion")).isEqualTo("INCOMPLETE");
        assertThat(incomplete.text("/reasons/0/text")).isEqualTo("收入证明");
        assertThat(incomplete.text("/answerBy")).isNotBlank();
        assertThat(door.get("officer", notice + "/document").is(200).header("Content-Type"))
                .isEqualTo("application/pdf");

        Story.moveClock(door, tooLate);
        story.reaches("DECLINED");
        var declined = door.get("officer", notice).is(200);
        assertThat(declined.text("/occasion")).isEqualTo("DECLINED");
        assertThat(declined.text("/reasons/0/code")).isEqualTo("PROOF_OF_INCOME");
        assertThat(declined.text("/decidedAt")).isEqualTo(tooLate.toString());
    }

    private static Door.Answer asks(String review, String wanted) {
        return door.post(
                "underwriter",
                review + "/question",
                "{\"text\":\"Payslips, please\",\"wanted\":[\"%s\"]}".formatted(wanted));
    }

    private static String reviewOf(Story story) {
        return door.get("underwriter", "/reviews?application=" + story.id()).text("/items/0/id");
    }

    /** Everybody takes what they can get, gives some back, decides the rest; in the end every case is decided, once. */
    @Test
    void whoeverHammersTheQueueLosesNothing() throws Exception {
        var open = IntStream.range(0, CASES)
                .mapToObj(nr -> opened("queue" + nr, "1000.00"))
                .toList();
        var holders = new ConcurrentHashMap<ReviewId, String>();
        var decidedBy = new ConcurrentHashMap<ReviewId, String>();
        var refused = new AtomicInteger();
        atOnce(IntStream.range(0, PEOPLE)
                .<Callable<Integer>>mapToObj(nr -> () -> {
                    var node = (nr % 2 == 0 ? platform : other).bean(Commands.class);
                    return new Underwriter("person" + nr, node, holders, decidedBy, refused).work(open);
                })
                .toList());
        assertThat(decidedBy).hasSize(CASES);
        assertThat(refused.get()).as("two reached for one case").isPositive();
        Awaitility.await().untilAsserted(() -> assertThat(decided()).isEqualTo(CASES));
    }

    private static long decided() {
        return platform.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select count(*) from audit.review_decisions_v1 where review like 'review-queue%'")
                .query(Long.class)
                .single();
    }

    private record Underwriter(
            String name,
            Commands commands,
            Map<ReviewId, String> holders,
            Map<ReviewId, String> decidedBy,
            AtomicInteger refused) {
        int work(List<ReviewId> open) {
            var cases = new ArrayList<>(open);
            Collections.shuffle(cases, new java.util.Random(name.hashCode()));
            var turn = 0;
            while (decidedBy.size() < open.size()) {
                var review = cases.get(turn++ % cases.size());
                if (!decidedBy.containsKey(review) && claimed(review)) {
                    assertThat(holders.putIfAbsent(review, name))
                            .as("who holds %s beside %s", review, name)
                            .isNull();
                    holders.remove(review);
                    finish(review, turn % 3 == 0);
                }
            }
            return turn;
        }

        private boolean claimed(ReviewId review) {
            try {
                commands.send(new ClaimReview(review, name, now().plus(LEASE), now()), Origin.of(name));
                return true;
            } catch (Refused taken) {
                refused.incrementAndGet();
                return false;
            }
        }

        private void finish(ReviewId review, boolean givesBack) {
            if (givesBack) {
                commands.send(new ReleaseReview(review, name, now()), Origin.of(name));
                return;
            }
            commands.send(
                    new DecideReview(
                            review, name, List.of("underwriter"), Outcome.APPROVE, "good", List.of(), "case", now()),
                    Origin.of(name));
            assertThat(decidedBy.put(review, name))
                    .as("who decided %s before", review)
                    .isNull();
        }
    }
}
