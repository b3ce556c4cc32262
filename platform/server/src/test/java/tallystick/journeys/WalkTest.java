package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tallystick.runtime.testing.TestDatabase;

/**
 * Runs docs/walk.md as it stands, in a shell, against a platform whose clock stands where the walk was written; what it
 * answers must be what the page says. {@code -Dwalk.write=true} writes the answers into the page instead.
 */
class WalkTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path WALK = ROOT.resolve("docs/walk.md");
    private static final Instant NEW_YEAR = Instant.parse("2031-01-01T01:00:00Z");
    private static final String MARK = "=== walk ===";

    @Test
    void thePageTellsTheTruth() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash")) && isThere("curl"), "The walk needs bash and curl.");
        var page = Files.readAllLines(WALK);
        var commands = commands(page);
        try (var platform = Platform.start(TestDatabase.empty())) {
            Story.moveClock(platform.door(), NEW_YEAR);
            var answers = run(commands, platform.door().address());
            if (Boolean.getBoolean("walk.write")) {
                Files.write(WALK, written(page, answers));
            } else {
                assertThat(answers.stream().map(WalkTest::withoutChance))
                        .isEqualTo(
                                said(page).stream().map(WalkTest::withoutChance).toList());
            }
        }
    }

    @Test
    void theReadmeHasTheSameTenCalls() throws IOException {
        var calls = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("call "))
                .map(line -> line.replaceAll("\\s+# .*", "").replaceAll("\\s+", " "))
                .toList();
        var walked = commands(Files.readAllLines(WALK)).stream()
                .filter(line -> line.startsWith("call "))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList();
        assertThat(calls).hasSize(10);
        assertThat(walked).containsAll(calls);
    }

    private static List<String> commands(List<String> page) {
        return page.stream()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .toList();
    }

    /** What stands below each command, up to the next one or the end of its block. */
    private static List<String> said(List<String> page) {
        var said = new ArrayList<String>();
        StringBuilder current = null;
        for (var line : page) {
            if (line.startsWith("$ ")) {
                current = start(said, current);
            } else if (line.startsWith("```")) {
                current = end(said, current);
            } else if (current != null) {
                current.append(line).append('\n');
            }
        }
        return said;
    }

    private static StringBuilder start(List<String> said, @org.jspecify.annotations.Nullable StringBuilder current) {
        end(said, current);
        return new StringBuilder();
    }

    private static @org.jspecify.annotations.Nullable StringBuilder end(
            List<String> said, @org.jspecify.annotations.Nullable StringBuilder current) {
        if (current != null) {
            said.add(current.toString().strip());
        }
        return null;
    }

    private static List<String> written(List<String> page, List<String> answers) {
        var lines = new ArrayList<String>();
        var next = 0;
        var skipping = false;
        for (var line : page) {
            if (line.startsWith("$ ")) {
                lines.add(line);
                var answer = answers.get(next++);
                if (!answer.isEmpty()) {
                    lines.addAll(answer.lines().toList());
                }
                skipping = true;
            } else if (line.startsWith("```") || !skipping) {
                skipping = false;
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> run(List<String> commands, String address) throws Exception {
        var users = Files.createTempFile("users", ".properties");
        Files.write(
                users,
                Stream.of("officer", "operations", "finance", "auditor")
                        .map(user -> user + "=" + Platform.PASSWORD)
                        .toList());
        var script = new StringBuilder("address=%s\nusers=%s\ntoday=2031-01-01\n".formatted(address, users));
        commands.forEach(command ->
                script.append(command).append("\necho '").append(MARK).append("'\n"));
        var process = new ProcessBuilder("/bin/bash", "-c", script.toString())
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        Files.delete(users);
        return Stream.of(said.split(MARK + "\n", -1))
                .limit(commands.size())
                .map(String::strip)
                .toList();
    }

    /** Hashes, party ids and instants differ from run to run, and so may how far the machine was when it answered. */
    private static String withoutChance(String answer) {
        return answer.replaceAll("\"[0-9a-f]{64}\"", "\"hash\"")
                .replaceAll("party-[0-9a-z]+", "party")
                .replaceAll("\"20[0-9-]{8}T[0-9:.]+Z\"", "\"instant\"")
                .replaceAll("\"version\":[0-9]+,(\"state\":\"[A-Z_]+\")", "$1");
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
