package tallystick.runtime.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Sealed;
import tallystick.kernel.Sealed.Purpose;
import tallystick.runtime.masking.Mask;
import tallystick.runtime.messages.StoredJson;
import tallystick.runtime.security.HandClock;
import tallystick.runtime.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is written down - event, snapshot, log - has no clear text of what was marked. */
class NoClearTextTest {
    private static final Personal NAME = Personal.name("Zhang Wuji");
    private static final Personal NUMBER = new Personal(Mask.NATIONAL_ID, "110105199003070025");

    private final Keyring keyring = new Keyring(TestDatabase.fresh(), new HandClock());
    private final JsonMapper json = StoredJson.mapper();

    record PartyRegistered(String party, Sealed name, Sealed nationalId) {}

    record PartyState(String party, List<Sealed> names) {}

    record Careless(String party, Person person) {}

    record Person(Personal name) {}

    @Test
    void anEventAndASnapshotHoldCipherTextAndComeBackWhole() {
        var event = new PartyRegistered("party-1", seal("name", NAME), seal("nationalId", NUMBER));
        var state = new PartyState("party-1", List.of(event.name()));
        var stored = json.writeValueAsString(event) + json.writeValueAsString(state);
        assertHidden(stored);
        assertThat(json.readValue(json.writeValueAsBytes(event), PartyRegistered.class))
                .isEqualTo(event);
        assertThat(json.readValue(json.writeValueAsBytes(state), PartyState.class))
                .isEqualTo(state);
        var opened = keyring.sealing.open(
                json.readValue(json.writeValueAsBytes(event), PartyRegistered.class)
                        .name(),
                "name");
        assertThat(opened.textOr(_ -> "erased")).isEqualTo("Zhang Wuji");
    }

    @Test
    void aMarkedValueThatWasNotSealedIsNotWrittenAtAll() {
        for (var mapper : new JsonMapper[] {json, new JsonMapper()}) {
            assertThatThrownBy(() -> mapper.writeValueAsString(new Careless("party-1", new Person(NAME))))
                    .hasMessageContainingAll("sealed or masked", "/person/name")
                    .hasMessageNotContaining("Zhang");
        }
    }

    @Test
    void aLineOfLogShowsNoMarkedValue() {
        var event = new PartyRegistered("party-1", seal("name", NAME), seal("nationalId", NUMBER));
        var line = new LoggingEvent(
                        "test",
                        new LoggerContext().getLogger("test"),
                        Level.WARN,
                        "registered {} as {} {}",
                        null,
                        new Object[] {event, NAME, NUMBER})
                .getFormattedMessage();
        assertHidden(line);
        assertThat(line).contains("party-1", "Z**** W***", "1101**********0025");
    }

    private Sealed seal(String field, Personal value) {
        return keyring.sealing.seal("party-1", Purpose.IDENTITY, field, value.clear());
    }

    private static void assertHidden(String text) {
        for (var clear : List.of("Zhang", "Wuji", NUMBER.clear())) {
            var base64 = Base64.getEncoder().withoutPadding().encodeToString(clear.getBytes(StandardCharsets.UTF_8));
            assertThat(text).doesNotContain(clear).doesNotContain(base64);
        }
    }
}
