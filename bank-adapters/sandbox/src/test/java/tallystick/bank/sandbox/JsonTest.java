package tallystick.bank.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What comes from outside is JSON or is refused. */
class JsonTest {
    @Test
    void whatIsWrittenIsReadBack() {
        var text = "{\"a\":\"q\\\"\\\\ \\u0001 \u4e2d\",\"b\":[1,-2.50,true,false,null,{}],\"c\":{\"d\":[]}}";
        assertThat(Json.write(Json.read(text))).isEqualTo(text);
    }

    @Test
    void anythingElseIsRefused() {
        for (var text : List.of(
                "",
                "{",
                "{\"a\"}",
                "{\"a\":1,}",
                "[1 2]",
                "01",
                "1e9",
                "nul",
                "\"",
                "\"\\x\"",
                "\"\\u12\"",
                "{} {}",
                "[".repeat(100),
                "\"\n\"",
                "-",
                "{a:1}")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Json.read(text));
        }
    }

    @Test
    void noiseNeverBreaksTheReader() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new SplittableRandom(seed);
        var letters = "{}[]\",:\\u0123456789.-truefalsn ";
        for (var run = 0; run < 50_000; run++) {
            var noise = new StringBuilder();
            random.ints(random.nextInt(30), 0, letters.length()).forEach(i -> noise.append(letters.charAt(i)));
            try {
                Json.read(noise.toString());
            } catch (IllegalArgumentException refused) {
                assertThat(refused).as("seed %d", seed).hasMessageStartingWith("Expected JSON");
            }
        }
    }
}
