package tallystick.application.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tallystick.runtime.web.ValueNotAllowed;

class FreeTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"changed mind", "receipt 17 of 2026-01-02", "客户改变主意"})
    void wordsAreTaken(String text) {
        assertThat(FreeText.reason(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call +8613800138000", "110105199003070025", "li.lei@example.com", " ", ""})
    void numbersOfPeopleAndBlanksAreNot(String text) {
        assertThatThrownBy(() -> FreeText.reason(text)).isInstanceOf(ValueNotAllowed.class);
    }

    @Test
    void thereIsAnEnd() {
        assertThatThrownBy(() -> FreeText.of("/note", "x".repeat(501))).isInstanceOf(ValueNotAllowed.class);
    }
}
