package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the docs whose commands are run as they stand, in a shell, against a platform; what it answers must be what the
 * page says. {@code -Dwalk.write=true} writes the answers into the page instead.
 */
public record Page(Path file) {
    public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String MARK = "=== next ===";

    public static Page of(String path) {
        assumeTrue(Files.exists(Path.of("/bin/bash")) && isThere("curl"), "A page needs bash and curl.");
        return new Page(ROOT.resolve(path));
    }

    /** @param today as the commands know it */
    public void tellsTheTruth(Door door, String today, List<String> users) throws Exception {
        var page = Files.readAllLines(file);
        var answers = run(commands(), door.address(), today, users);
        if (Boolean.getBoolean("walk.write")) {
            Files.write(file, written(page, answers));
        } else {
            assertThat(answers.stream().map(Page::withoutChance))
                    .isEqualTo(said(page).stream().map(Page::withoutChance).toList());
        }
    }

    List<String> commands() throws IOException {
        return Files.readAllLines(file).stream()
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
                end(said, current);
                current = new StringBuilder();
            } else if (line.startsWith("```")) {
                end(said, current);
                current = null;
            } else if (current != null) {
                current.append(line).append('\n');
            }
        }
        return said;
    }

    private static void end(List<String> said, @Nullable StringBuilder current) {
        if (current != null) {
            said.add(current.toString().strip());
        }
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

    private static List<String> run(List<String> commands, String address, String today, List<String> who)
            throws Exception {
        var users = Files.createTempFile("users", ".properties");
        Files.write(
                users, who.stream().map(user -> user + "=" + Platform.PASSWORD).toList());
        var script = new StringBuilder("address=%s\nusers=%s\ntoday=%s\n".formatted(address, users, today));
        commands.forEach(command ->
                script.append(command).append("\necho '").append(MARK).append("'\n"));
        var process = new ProcessBuilder("/bin/bash", "-c", script.toString())
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
