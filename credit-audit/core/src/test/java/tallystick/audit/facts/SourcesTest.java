package tallystick.audit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tallystick.audit.facts.FactSource.Answer;
import tallystick.audit.facts.FactSource.Subject;
import tallystick.kernel.PartyId;

/** Sources that know, that may not be asked, that are late, and that break. */
class SourcesTest {
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-01-02T01:02:03Z"));

    private static Subject subject(Map<String, String> consents) {
        return new Subject(
                new PartyId("party-1"),
                "CASH",
                "CN",
                new BigDecimal("12000"),
                3,
                LocalDate.of(2026, 1, 2),
                Map.of(),
                consents);
    }

    private static Answer bureau(Map<String, String> settings, String... consents) {
        var chosen = new SourceSettings.Chosen("simulated", Duration.ofMillis(200), settings);
        var given = consents.length == 0 ? Map.<String, String>of() : Map.of(consents[0], "1");
        try (var sources = new Sources(new SourceSettings(Map.of("bureau", chosen)), NOW)) {
            return java.util.Objects.requireNonNull(sources.ask(subject(given)).get("bureau"));
        }
    }

    @Test
    void whoMayBeAskedAnswers() {
        assertThat(bureau(Map.of(), "CREDIT_BUREAU"))
                .isInstanceOfSatisfying(
                        Answer.Known.class, known -> assertThat(known.facts()).containsKey("bureau.hit"));
    }

    @Test
    void withoutConsentNobodyIsAsked() {
        assertThat(bureau(Map.of("fail-every", "1"))).isEqualTo(new Answer.Nothing("NO_CONSENT"));
    }

    @Test
    void anOutageIsAGap() {
        assertThat(bureau(Map.of("fail-every", "1"), "CREDIT_BUREAU")).isEqualTo(new Answer.Nothing("DOWN"));
    }

    @Test
    void whoeverIsLateIsAGap() {
        assertThat(bureau(Map.of("delay", "PT20S"), "CREDIT_BUREAU")).isEqualTo(new Answer.Nothing("TIMEOUT"));
    }

    @Test
    void whoFailsAgainAndAgainIsLeftAloneForLongerEachTimeUpToABound() {
        var now = new AtomicReference<>(NOW.instant());
        var rest = new Rest(now::get);
        for (var failure = 1; failure < Rest.FAILURES; failure++) {
            rest.failed();
            assertThat(rest.isOn()).isFalse();
        }
        var length = Rest.FIRST;
        for (var failure = 0; failure < 10; failure++) {
            rest.failed();
            now.set(now.get().plus(length).minusMillis(1));
            assertThat(rest.isOn()).as("a little before %s are over", length).isTrue();
            now.set(now.get().plusMillis(1));
            assertThat(rest.isOn()).as("the first one after it").isFalse();
            assertThat(rest.isOn()).as("the second one").isTrue();
            length = length.multipliedBy(2).compareTo(Rest.LONGEST) < 0 ? length.multipliedBy(2) : Rest.LONGEST;
        }
        rest.answered();
        assertThat(rest.isOn()).isFalse();
    }

    @Test
    void anOutageIsAskedAboutThreeTimesAndThenLeavesAGapAtOnce() {
        var settings = new SourceSettings.Chosen("simulated", Duration.ofSeconds(2), Map.of("fail-every", "1"));
        try (var sources = new Sources(new SourceSettings(Map.of("bureau", settings)), NOW)) {
            var answers = IntStream.range(0, 5)
                    .mapToObj(_ ->
                            sources.ask(subject(Map.of("CREDIT_BUREAU", "1"))).get("bureau"))
                    .toList();
            var down = new Answer.Nothing("DOWN");
            var resting = new Answer.Nothing("RESTING");
            assertThat(answers).containsExactly(down, down, down, resting, resting);
        }
    }

    @Test
    void nobodyIsConnectedUnlessSaid() {
        try (var sources = new Sources(new SourceSettings(null), NOW)) {
            var answers = sources.ask(subject(Map.of("CREDIT_BUREAU", "1")));
            assertThat(answers.get("bureau")).isEqualTo(new Answer.Nothing("NOT_CONNECTED"));
            assertThat(answers.get("identity")).isInstanceOf(Answer.Known.class);
        }
    }

    @Test
    void aProviderThatIsNotThereStopsTheStart() {
        var settings = new SourceSettings(Map.of("bureau", new SourceSettings.Chosen("acme", null, null)));
        assertThatThrownBy(() -> new Sources(settings, NOW))
                .hasMessage("Expected a provider 'acme' of the source 'bureau' on the class path; found none. Add its"
                        + " jar, or set tallystick.audit.sources.bureau.provider to none.");
    }

    @Test
    void theSamePersonHasTheSameRecordForEver() {
        assertThat(SimulatedBureau.record("party-1")).isEqualTo(SimulatedBureau.record("party-1"));
        var hits = IntStream.range(0, 1_000)
                .filter(n -> "YES".equals(SimulatedBureau.record("party-" + n).get("bureau.hit")))
                .count();
        assertThat(hits).isBetween(930L, 990L);
    }
}
