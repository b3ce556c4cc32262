package tallystick.runtime.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({
        "NAME, Li Lei, L* L**",
        "NAME, 李雷, 李*",
        "NAME, 李, *",
        "NAME, Anne-Marie  O'Neil, A********* O*****",
        "NATIONAL_ID, 110105199003070025, 1101**********0025",
        "NATIONAL_ID, 12345678, ********",
        "PHONE, +8613800138000, +86138****8000",
        "PHONE, 13800138000, 138****8000",
        "PHONE, 110, ***",
        "CARD, 6222020200112233446, ***************3446",
        "EMAIL, li.lei@example.com, l***@example.com",
        "EMAIL, nonsense, ***",
        "ALL, anything, ***"
    })
    void showsOnlyTheEdges(Mask mask, String clear, String masked) {
        assertThat(mask.of(clear)).isEqualTo(masked);
    }
}
