package tallystick.audit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tallystick.audit.facts.FactSource.Answer;
import tallystick.audit.facts.FactSource.Subject;
import tallystick.kernel.PartyId;

/** Sources that know, that may not be asked, that are late, and that break. */
class SourcesTest {
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
        try (var sources = new Sources(new SourceSettings(Map.of("bureau", chosen)))) {
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
    void nobodyIsConnectedUnlessSaid() {
        try (var sources = new Sources(new SourceSettings(null))) {
            var answers = sources.ask(subject(Map.of("CREDIT_BUREAU", "1")));
            assertThat(answers.get("bureau")).isEqualTo(new Answer.Nothing("NOT_CONNECTED"));
            assertThat(answers.get("identity")).isInstanceOf(Answer.Known.class);
        }
    }

    @Test
    void aProviderThatIsNotThereStopsTheStart() {
        var settings = new SourceSettings(Map.of("bureau", new SourceSettings.Chosen("acme", null, null)));
        assertThatThrownBy(() -> new Sources(settings))
                .hasMessage("Expected a provider 'acme' of the source 'bureau' on the class path; found none. Add its"
                        + " jar, or set tallystick.audit.sources.bureau.provider to none.");
    }

    @Test
    void theSamePersonHasTheSameRecordForEver() {
        assertThat(SimulatedBureau.record("party-1")).isEqualTo(SimulatedBureau.record("party-1"));
        var hits = java.util.stream.IntStream.range(0, 1_000)
                .filter(n -> "YES".equals(SimulatedBureau.record("party-" + n).get("bureau.hit")))
                .count();
        assertThat(hits).isBetween(930L, 990L);
    }
}
