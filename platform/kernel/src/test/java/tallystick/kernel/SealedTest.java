package tallystick.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tallystick.kernel.Sealed.Purpose;

class SealedTest {
    private final byte[] bytes = "cipher text".getBytes(UTF_8);
    private final Sealed sealed = new Sealed("party-1", Purpose.IDENTITY, 2, bytes);

    @Test
    void itsTextNamesTheKeyAndNeverTheContent() {
        assertThat(sealed).hasToString("Sealed[party-1 IDENTITY epoch 2, 11 bytes]");
    }

    @Test
    void equalityIsByContent() {
        assertThat(new Sealed("party-1", Purpose.IDENTITY, 2, bytes.clone()))
                .isEqualTo(sealed)
                .hasSameHashCodeAs(sealed);
        assertThat(new Sealed("party-1", Purpose.FACTS, 2, bytes)).isNotEqualTo(sealed);
        assertThat(new Sealed("party-2", Purpose.IDENTITY, 2, bytes)).isNotEqualTo(sealed);
        assertThat(new Sealed("party-1", Purpose.IDENTITY, 1, bytes)).isNotEqualTo(sealed);
        assertThat(new Sealed("party-1", Purpose.IDENTITY, 2, new byte[0])).isNotEqualTo(sealed);
    }

    @Test
    void nobodyCanChangeItFromOutside() {
        bytes[0] = 'X';
        sealed.bytes()[1] = 'X';
        assertThat(sealed.bytes()).isEqualTo("cipher text".getBytes(UTF_8));
    }

    @Test
    void aKeyIsNamedWhole() {
        assertThatThrownBy(() -> new Sealed(" ", Purpose.FACTS, 1, bytes))
                .hasMessage("Expected the id of a subject; found none.");
        assertThatThrownBy(() -> new Sealed("party-1", Purpose.FACTS, 0, bytes))
                .hasMessage("Expected a key epoch from 1; found 0.");
    }
}
