package tallystick.runtime.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id 110105199003070025 taken | id 1101**********0025 taken",
                "id=11010519900307002x, | id=1101**********002x,",
                "call 13800138000. | call 138****8000.",
                "call +86 138 0013 8000 | call +86138****8000",
                "\"phone\":\"+8613800138000\" | \"phone\":\"+86138****8000\"",
                "from +49 30 12345678 | from +4930****5678",
                "card 6222020200112233446 | card ***************3446",
                "card 4111 1111 1111 1111 | card ************1111",
                "card 4111-1111-1111-1111 | card ************1111",
                "to DE89370400440532013000 | to ******************3000",
                "to DE89 3704 0044 0532 0130 00 | to ******************3000",
                "mail li.lei@example.com now | mail l***@example.com now",
                "Authorization: Basic b2ZmaWNlcjpzZWNyZXQ= | Authorization: Basic ***",
                "authorization: bearer abcDEF123456 | authorization: bearer ***",
                "token ts_0123456789abcdefghijABCDEFGHIJ0123456789-_a | token ***",
                "key whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | key ***",
                "jwt eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln | jwt ***"
            })
    void hidesWhatLooksLikePersonalDataOrASecret(String line, String masked) {
        assertThat(LogMask.of(line)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T01:16:25.100Z  INFO 26828 --- [main] t.r.store.Appender : appended 4096 events at"
                        + " 1234567890",
                "loan-01jd8v3k9m7q2x4c6b8n0p1r3t of app-01jd8v3k9m7q2x4c6b8n0p1r3t",
                "trace 4bf92f3577b34da6a3ce929d0e0e4736 span 00f067aa0ba902b7",
                "id 0192f0c4-8d3e-7c11-9a55-1380013800ab",
                "took 1763686935000 ns, at 1763686935000123",
                "amount CNY 123456789012.34",
                "Basic authentication needs a bearer credential",
                "card 6222020200112233447 is no card",
                "sequence 4111111111111112"
            })
    void leavesIdsTimesAndAmountsAlone(String line) {
        assertThat(LogMask.of(line)).isEqualTo(line);
    }

    @Test
    void aLineThatHoldsNothingIsNotCopied() {
        var line = "Started in 4 s";
        assertThat(LogMask.of(line)).isSameAs(line);
    }

    @Test
    void severalInOneLineAreAllHidden() {
        var masked = LogMask.of("110105199003070025,13800138000,li@example.com,6222020200112233446");
        assertThat(masked).isEqualTo("1101**********0025,138****8000,l***@example.com,***************3446");
    }

    @Test
    void aLongHostileLineIsStillQuick() {
        var line = "a.".repeat(50_000) + "@" + "1-".repeat(50_000) + " A1".repeat(50_000);
        assertThat(LogMask.of(line)).hasSizeGreaterThan(100_000);
    }
}
