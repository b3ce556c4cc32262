package tallystick.runtime.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import tallystick.reference.AccountEvent;
import tallystick.reference.AccountEvent.Deposited;
import tallystick.reference.TransferEvent;
import tallystick.runtime.testing.EventGolden;
import tallystick.runtime.testing.Specimen;
import tools.jackson.databind.json.JsonMapper;

class StoredEventsTest {
    private static final EventFamily ACCOUNTS = EventFamily.of("reference", AccountEvent.class);
    private final JsonMapper json = StoredJson.mapper();
    private final NamedJson serializer = new NamedJson(new EventNames(List.of(ACCOUNTS)), json);

    @Test
    void storedEventsAreAsTheGoldenFileSays() throws IOException {
        EventGolden.check(
                Path.of("src/test/resources/golden/reference-events.txt"),
                ACCOUNTS,
                EventFamily.of("reference", TransferEvent.class));
    }

    @Test
    void anEventIsStoredUnderItsPublicName() {
        var stored = serializer.serialize(Specimen.of(Deposited.class), byte[].class);
        assertThat(stored.getType().getName()).isEqualTo("reference.Deposited");
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(Specimen.of(Deposited.class));
    }

    @Test
    void aClassThatMovedKeepsItsStoredName() {
        var family = EventFamily.of("reference", AccountEvent.class).named(Deposited.class, "PaidIn");
        assertThat(new EventNames(List.of(family)).typeOf("reference.PaidIn")).isEqualTo(Deposited.class);
    }

    @Test
    void whatNoFamilyAnnouncesIsNotStored() {
        assertThatThrownBy(() -> serializer.serialize("text", byte[].class))
                .hasMessageStartingWith("Expected an event of an announced family; found java.lang.String.");
    }

    @Test
    void twoEventsOfOneNameAreRefused() {
        assertThatThrownBy(() -> new EventNames(List.of(
                        ACCOUNTS,
                        EventFamily.of("reference", AccountEvent.class).named(Deposited.class, "Withdrawn"))))
                .hasMessageContaining("Expected one event named reference.");
    }

    @Test
    void anOpenFamilyIsRefused() {
        assertThatThrownBy(() -> EventFamily.of("reference", Runnable.class))
                .hasMessageContaining("Expected a sealed interface");
    }

    /** A saga-like class: what it keeps is private, and it has a question that is no property. */
    private static final class Keeps {
        private String secret;

        private Keeps() {
            this("");
        }

        Keeps(String secret) {
            this.secret = secret;
        }

        @SuppressWarnings({"unused", "EffectivelyPrivate"
        }) // Jackson would take it for one. Must not become a property.
        public boolean isOverdue() {
            return true;
        }
    }

    @Test
    void privateFieldsAreKeptAndQuestionsAreNot() {
        var stored = json.writeValueAsString(new Keeps("kept"));
        assertThat(stored).isEqualTo("{\"secret\":\"kept\"}");
        assertThat(json.readValue(stored, Keeps.class).secret).isEqualTo("kept");
    }

    private sealed interface Shape {
        @SuppressWarnings("UnusedNestedClass") // A family needs two.
        record Circle(int radius) implements Shape {}

        record Square(int side) implements Shape {}
    }

    private record Drawing(Shape shape) {}

    @Test
    void aValueOfASealedFamilySaysItsType() {
        var stored = json.writeValueAsString(new Drawing(new Shape.Square(2)));
        assertThat(stored).isEqualTo("{\"shape\":{\"type\":\"Square\",\"side\":2}}");
        assertThat(json.readValue(stored, Drawing.class)).isEqualTo(new Drawing(new Shape.Square(2)));
    }

    @Test
    void anUnknownFieldIsAFaultAndNotForgotten() {
        assertThatThrownBy(() -> serializer.deserialize(new SimpleSerializedObject<>(
                        "{\"account\":\"a\",\"surprise\":1}", String.class, "reference.AccountRenamed", "1")))
                .hasMessageContaining("Expected the JSON of");
    }

    @Test
    void metadataComesBackAsItWas() {
        var metadata = MetaData.with("by", "officer").and("count", 3);
        var stored = serializer.serialize(metadata, byte[].class);
        assertThat(serializer.<byte[], MetaData>deserialize(stored)).isEqualTo(metadata);
    }
}
