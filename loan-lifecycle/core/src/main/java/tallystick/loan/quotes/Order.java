package tallystick.loan.quotes;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** An order of components: twelve names, or the text of a short form such as {@code PENALTY_FEE_INTEREST_PRINCIPAL}. */
@Schema(
        description = "12 names such as PAST_DUE_PENALTY, or a short form such as \"PENALTY_FEE_INTEREST_PRINCIPAL\"",
        oneOf = {String.class, String[].class})
record Order(List<String> names) {
    /** Both forms are legal JSON here; anything else is malformed. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Order of(Object json) {
        if (json instanceof String shortForm) {
            return new Order(List.of(shortForm));
        }
        if (json instanceof List<?> names && names.stream().allMatch(String.class::isInstance)) {
            return new Order(names.stream().map(String.class::cast).toList());
        }
        throw new IllegalArgumentException("Expected 12 names or a short form.");
    }
}
