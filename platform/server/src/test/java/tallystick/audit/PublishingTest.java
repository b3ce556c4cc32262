package tallystick.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;

/**
 * Sets that take turns while cases are decided on two nodes, and a folder that becomes a draft. {@code -Dproof.swaps=500} for the
 * long run, which also looks at heap and metaspace; verify takes 20.
 */
class PublishingTest {
    private static final int SWAPS = Integer.getInteger("proof.swaps", 20);

    /** What a node keeps of the newest cases has a bound; a low one is reached before anybody looks at the heap. */
    private static final String[] FORGETFUL = {"--tallystick.store.tail=200", "--tallystick.decide.remembered=200"};

    private static Platform platform;
    private static Platform other;
    private static Door door;
    private static Desk desk;
    private static Path folder;

    /** What is left after a collection, in MiB, and what classes take. */
    private record Used(long heap, long classes) {
        private static final long MIB = 1024 * 1024;

        static Used now() {
            System.gc();
            var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
            var classes = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .mapToLong(pool -> pool.getUsage().getUsed() / MIB)
                    .sum();
            return new Used(heap, classes);
        }

        /** Looked at in the long run only: in a short one everything is still warming up. */
        void mustBeLike(Used before) {
            if (SWAPS >= 100) {
                System.out.println("Swaps: %d; before %s, after %s".formatted(SWAPS, before, this));
                assertThat(heap).as("MiB of heap").isLessThanOrEqualTo(before.heap + 8);
                assertThat(classes).as("MiB of classes").isLessThanOrEqualTo(before.classes + 8);
            }
        }
    }

    @BeforeAll
    static void start() throws IOException {
        var database = TestDatabase.empty();
        folder = Files.createTempDirectory(Path.of("target"), "rules-");
        write("facts.csv", "name,type,description\nage,number,Years\n");
        write("credit/age.csv", """
            table,findings,first
            code,severity,rank,bureau,text,age <,age missing
            AGE-YOUNG,REFER,10,no,You are below the minimum age,18,
            AGE-YOUNG,REFER,11,no,Your age is not known,,yes
            """);
        write("pricing/price.csv", "table,price,first\nrate\n0.12\n");
        write(
                "routing/banks.csv",
                "table,route,all\nprogramme,code,text,age <\nbank-a,RTE-AGE,Nobody below thirty,30\n");
        platform = Platform.start(database, FORGETFUL);
        other = Platform.start(
                database, FORGETFUL[0], FORGETFUL[1], "--tallystick.audit.rules-folder=" + folder.toAbsolutePath());
        door = platform.door();
        desk = new Desk(door);
    }

    private static void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @AfterAll
    static void stop() {
        other.close();
        platform.close();
    }

    private static String approved(String rate) {
        var hash = desk.dearer(rate).text("/hash");
        desk.checked(hash);
        desk.backtested(hash, "2031-01-01");
        desk.approve(hash, "{\"hash\":\"%s\"}".formatted(hash)).is(200);
        return hash;
    }

    @Test
    void noDecisionIsHalfOfTwoSets() throws Exception {
        var day = Instant.parse("2031-01-01T01:00:00Z");
        Story.moveClock(door, day);
        // The other node, which may decide, follows a moment later.
        Awaitility.await().until(() -> !other.bean(Clock.class).instant().isBefore(day));
        Story.offered(door);
        var former = desk.live("pricing");
        var next = approved("0.13");
        var decided = new CopyOnWriteArrayList<Story>();
        var going = new AtomicBoolean(true);
        try (var officers = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var node : List.of(door, other.door())) {
                working.add(officers.submit(() -> {
                    while (going.get()) {
                        decided.add(Story.drafted(node, "12000.00", "9000.00").submit());
                    }
                    return null;
                }));
            }
            var before = Used.now();
            for (var turn = 0; turn < SWAPS; turn++) {
                desk.activate(turn % 2 == 0 ? next : former).is(200);
                if (turn == SWAPS / 5) {
                    before = Used.now();
                }
            }
            var after = Used.now();
            going.set(false);
            for (var one : working) {
                one.get();
            }
            after.mustBeLike(before);
        }
        assertThat(decided).isNotEmpty();
        decided.forEach(story -> Awaitility.await().untilAsserted(() -> {
            var audit = door.get(
                            "officer",
                            "/audits/" + story.application().at("/audit").asString(""))
                    .is(200);
            assertThat(audit.text("/decisions/0/pricingSet") + audit.text("/decisions/0/annualRate"))
                    .isIn(former + "0.12", next + "0.13");
        }));
    }

    @Test
    void aFolderBecomesADraftOfEachKindThatIsChecked() {
        Awaitility.await()
                .untilAsserted(() -> assertThat(door.get("risk-author", "/rule-sets?limit=200")
                                .is(200)
                                .json()
                                .path("items")
                                .valueStream()
                                .filter(set -> set.path("author").asString("").equals("folder"))
                                .map(set -> set.path("kind").asString("")
                                        + set.at("/checks/passed").asString("")))
                        .containsExactlyInAnyOrder("credittrue", "pricingtrue", "routingtrue"));
    }
}
