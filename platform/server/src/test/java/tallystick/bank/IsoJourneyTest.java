package tallystick.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.bank.iso20022.SftpHost;
import tallystick.journeys.Door;
import tallystick.journeys.Platform;
import tallystick.journeys.Story;
import tallystick.runtime.testing.TestDatabase;

/** A bank that decides by its interface and moves money by files: a whole loan, from application to the last cent. */
class IsoJourneyTest {
    private static final String ACCOUNT = "110107001234";
    private static final Pattern END_TO_END = Pattern.compile("<EndToEndId>([^<]+)</EndToEndId>");

    @TempDir
    Path folder;

    private SftpHost host;
    private Platform platform;
    private Door door;

    /** The bank has the folders; we reach them over SFTP. */
    @BeforeEach
    void start() throws IOException {
        host = SftpHost.of(folder);
        var settings = host.settings();
        settings.put("adapter", "iso20022");
        settings.put("out", "/to-the-bank");
        settings.put("in", "/from-the-bank");
        settings.put("owner", "Tallystick Lending");
        settings.put("account", ACCOUNT);
        settings.put("currency", "CNY");
        settings.put("bic", "SANDCNBJ");
        settings.put("zone", "Asia/Shanghai");
        settings.put("batch.every", "PT0S");
        settings.put("secret", "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
        var all = settings.entrySet().stream()
                .map(each -> "--tallystick.banks.sandbox.money." + each.getKey() + "=" + each.getValue());
        platform =
                Platform.start(TestDatabase.empty(), Stream.concat(all, bank()).toArray(String[]::new));
        door = platform.door();
    }

    private Stream<String> bank() throws IOException {
        var ours = Files.createDirectories(folder.resolve("to-the-bank"));
        var theirs = Files.createDirectories(folder.resolve("from-the-bank"));
        return Stream.of(
                        "hours.zone=Asia/Shanghai",
                        "files.in=" + ours,
                        "files.out=" + theirs,
                        "files.account=" + ACCOUNT)
                .map(each -> "--tallystick.banks.sandbox." + each);
    }

    @AfterEach
    void stop() {
        platform.close();
        host.close();
    }

    private static void eventually(ThrowingRunnable sees) {
        await().pollInterval(Duration.ofMillis(100)).untilAsserted(sees);
    }

    /** Every payment that the bank took out of its letter box, as often as it did. */
    private List<String> atTheBank() {
        try (var files = Files.list(folder.resolve("to-the-bank/taken"))) {
            return files.flatMap(file -> END_TO_END.matcher(read(file)).results())
                    .map((MatchResult found) -> "instr-" + found.group(1))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> breaks() {
        return door.get("operations", "/breaks?state=OPEN")
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(one ->
                        one.at("/kind").asString("") + ": " + one.at("/found").asString(""))
                .toList();
    }

    @Test
    void aLoanIsPaidOutAndPaidBackByFiles() {
        var story = Story.funded(door);
        assertThat(atTheBank()).containsExactly(story.payout());
        var paidOn = LocalDate.parse(story.seenLoan().at("/asOf").asString(""));
        for (var row : door.get("operations", "/loans/" + story.loan() + "/schedule")
                .json()
                .at("/rows")) {
            if (row.at("/type").asString("").equals("INSTALLMENT")) {
                collected(story, row.at("/due").asString(""), row.at("/total").asString(""));
            }
        }
        eventually(() -> assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("PAID_OFF"));
        assertThat(atTheBank()).as("one payout, three debits").hasSize(4).doesNotHaveDuplicates();
        reconciled(paidOn);
        assertThat(breaks()).isEmpty();
    }

    private void collected(Story story, String due, String total) {
        Story.moveClock(door, Instant.parse(due + "T02:00:00Z"));
        var before = debits(story);
        door.post("operations", "/loans/" + story.loan() + "/collections", """
            {"amount":{"amount":"%s","currency":"CNY"},"due":"%s"}
            """.formatted(total, due))
                .is(201);
        eventually(() -> assertThat(debits(story)).isEqualTo(before + 1));
    }

    private long debits(Story story) {
        return door.get("operations", "/loans/" + story.loan() + "/transactions")
                .json()
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/source").asString("").equals("DIRECT_DEBIT"))
                .count();
    }

    /** What the bank's statement of the day shows is what we believed. */
    private void reconciled(LocalDate day) {
        eventually(() -> {
            var taken = door.post("operations", "/banks/sandbox/statements", "{\"day\":\"%s\"}".formatted(day))
                    .is(200)
                    .json();
            assertThat(taken.at("/says").asString("")).isEqualTo("Compared.");
        });
        eventually(() -> assertThat(door.get("operations", "/banks/sandbox/statements?limit=200")
                        .is(200)
                        .json()
                        .at("/items")
                        .valueStream()
                        .filter(report -> report.at("/day").asString("").equals(day.toString()))
                        .map(report -> report.at("/matched").asInt(0)))
                .containsExactly(1));
    }

    @Test
    void badWeatherInTheLetterBoxPaysOnceAndCallsAPerson() {
        Story.script(door, """
            {"on":"Answer","nth":1,"fault":"GARBAGE"},{"on":"Answer","nth":2,"fault":"DUPLICATE"}
            """);
        var story = Story.funded(door);
        assertThat(atTheBank()).containsExactly(story.payout());
        eventually(() -> assertThat(breaks())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("unreadable: File half-")
                .endsWith("It is no whole XML document."));
    }

    /** A camt.054 tells, days before the statement does. */
    @Test
    void aPayoutThatComesBackIsToldByANotice() {
        Story.script(door, "{\"on\":\"PayOut\",\"nth\":1,\"fault\":\"LATE_RETURN\"}");
        var story = Story.funded(door);
        Story.moveClock(door, Instant.now().plusSeconds(60));
        eventually(() -> assertThat(door.get("operations", "/instructions/" + story.payout())
                        .text("/state"))
                .isEqualTo("RETURNED"));
        eventually(() -> assertThat(story.seenLoan().at("/state").asString("")).isEqualTo("PAYING_OUT"));
        assertThat(notices()).hasSize(1);
        assertThat(breaks()).isEmpty();
    }

    private List<String> notices() {
        try (var files = Files.walk(folder.resolve("from-the-bank"))) {
            return files.filter(Files::isRegularFile)
                    .map(IsoJourneyTest::read)
                    .filter(text -> text.contains("camt.054"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aFileThatTheBankRejectsIsAPayoutThatIsRejected() {
        Story.script(door, "{\"on\":\"File\",\"nth\":1,\"fault\":\"REJECT\"}");
        var story = Story.offered(door).accept().sign();
        eventually(() -> assertThat(door.get("operations", "/instructions?loan=" + story.loan())
                        .json()
                        .at("/items/0/state")
                        .asString(""))
                .isEqualTo("REJECTED"));
    }
}
