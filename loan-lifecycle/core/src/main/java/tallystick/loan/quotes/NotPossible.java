package tallystick.loan.quotes;

import java.util.List;
import java.util.function.Supplier;
import tallystick.loan.engine.TermsNotPossible;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;

/** Says where in a body the terms are that the engine refused. */
final class NotPossible {
    private NotPossible() {}

    static <T> T at(String pointer, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (TermsNotPossible impossible) {
            throw refused(pointer + "/" + impossible.field(), impossible);
        }
    }

    private static ValueNotAllowed refused(String pointer, TermsNotPossible impossible) {
        return new ValueNotAllowed(
                impossible.getMessage() + ".",
                List.of(new Problem.At(pointer, "not-possible", impossible.rule(), impossible.found())));
    }
}
