package tallystick.runtime.sealing;

import com.fasterxml.jackson.annotation.JsonCreator;
import tallystick.runtime.masking.Mask;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Personal data in clear on its way from a request to its seal. It prints masked, so that a log line may hold it, and no
 * JSON is made of it, so that an event, snapshot or saga cannot.
 *
 * @param mask how much of it may be shown
 */
@JsonSerialize(using = Personal.Refusing.class)
public record Personal(Mask mask, String clear) {
    /** From a request, where the kind is not known: nothing of it is shown. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Personal of(String clear) {
        return new Personal(Mask.ALL, clear);
    }

    public static Personal name(String clear) {
        return new Personal(Mask.NAME, clear);
    }

    public String masked() {
        return mask.of(clear);
    }

    @Override
    public String toString() {
        return masked();
    }

    static final class Refusing extends ValueSerializer<Personal> {
        @Override
        public void serialize(Personal value, JsonGenerator json, SerializationContext context) {
            context.reportMappingProblem(
                    "Expected personal data to be sealed or masked before it is written; found it in clear at '%s'."
                            + " Use Sealing.seal or masked().",
                    json.streamWriteContext().pathAsPointer());
        }
    }
}
