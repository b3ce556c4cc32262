package tallystick.application.products;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallystick.application.market.Law;
import tallystick.application.market.NumberForm;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;

/** What is wrong with some data, place by place. */
public final class Complaints {
    private static final String CODE = "not-allowed";

    private final List<Problem.At> places = new ArrayList<>();
    private String inWords = "";

    public void wrong(String pointer, String code, String expected, String found) {
        places.add(new Problem.At(pointer, code, expected, found));
    }

    /** What was found is not repeated: it may be personal. */
    public void text(String pointer, @Nullable String value, String form, String expected) {
        if (value != null && !value.matches(form)) {
            wrong(pointer, CODE, expected, "another text");
        }
    }

    /** A number as its market writes it. */
    public void form(String pointer, @Nullable String value, NumberForm form) {
        if (value != null && !form.allows(value)) {
            wrong(pointer, "not-a-number", form.expected(), "another text");
        }
    }

    /** Says the whole in words of its own, where the first place alone would not explain it. */
    public void say(String words) {
        inWords = words;
    }

    void must(boolean holds, String pointer, String expected, String found) {
        if (!holds) {
            wrong(pointer, CODE, expected, found);
        }
    }

    void oneOf(String pointer, String found, Set<String> allowed) {
        must(
                allowed.contains(found),
                pointer,
                "one of " + allowed.stream().sorted().toList(),
                found);
    }

    void above(String pointer, BigDecimal found, BigDecimal least) {
        must(found.compareTo(least) > 0, pointer, "above " + least.toPlainString(), found.toPlainString());
    }

    void atLeast(String pointer, BigDecimal found, BigDecimal least) {
        must(found.compareTo(least) >= 0, pointer, "at least " + least.toPlainString(), found.toPlainString());
    }

    /** At most what the law allows, which is named. */
    void within(String pointer, BigDecimal found, Law.Figure figure) {
        var allowed = found.compareTo(figure.value()) <= 0;
        var expected = "at most %s (%s)".formatted(figure.value().toPlainString(), figure.source());
        must(allowed, pointer, expected, found.toPlainString());
    }

    /** @throws ValueNotAllowed when there are any */
    public void raise() {
        if (!places.isEmpty()) {
            throw inWords.isEmpty() ? ValueNotAllowed.of(places) : new ValueNotAllowed(inWords, places);
        }
    }
}
