package tallystick.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private final Refusal refusal =
            new Refusal("offer-expired", "The offer has expired", "It was good through 2026-03-31.", Map.of("n", "1"));

    @Test
    void asAnExceptionItSaysItsSentenceAndCarriesItsData() {
        assertThat(refusal.asException())
                .hasMessage("It was good through 2026-03-31.")
                .hasNoCause();
        assertThat(refusal.asException().getStackTrace()).isEmpty();
        assertThat(refusal.asException().refusal()).isEqualTo(refusal);
    }

    @Test
    void itSurvivesTheWayToAnotherProcess() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(refusal.asException());
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((Refused) in.readObject()).refusal()).isEqualTo(refusal);
        }
    }

    @Test
    void aCodeIsKebabCase() {
        assertThatThrownBy(() -> Refusal.of("Offer Expired", "", ""))
                .hasMessage("A refusal code is kebab-case; found 'Offer Expired'.");
    }
}
