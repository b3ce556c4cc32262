package tallystick.runtime.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every problem code that can leave this process, with its page. */
public final class ProblemCatalogue {
    private final Map<String, ProblemCode> byCode = new TreeMap<>();

    public ProblemCatalogue(List<ProblemCodes> contexts) {
        Arrays.stream(Standard.values()).map(ProblemCode::of).forEach(this::add);
        contexts.stream().flatMap(context -> context.codes().stream()).forEach(this::add);
    }

    public Optional<ProblemCode> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Collection<ProblemCode> all() {
        return List.copyOf(byCode.values());
    }

    private void add(ProblemCode entry) {
        var before = byCode.put(entry.code(), entry);
        if (before != null && !before.equals(entry)) {
            throw new IllegalStateException(
                    "Expected one meaning of the problem code '%s'; found '%s' (%d) and '%s' (%d). Rename one."
                            .formatted(entry.code(), before.title(), before.status(), entry.title(), entry.status()));
        }
    }
}
