package tallystick.runtime.web;

import java.util.List;

/** A bean of this type adds a context's refusal codes to the catalogue. A code that leaves without an entry is logged. */
@FunctionalInterface
public interface ProblemCodes {
    List<ProblemCode> codes();
}
