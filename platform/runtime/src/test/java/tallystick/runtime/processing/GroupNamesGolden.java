package tallystick.runtime.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;

/**
 * Group names are public: tokens hang on them, and a renamed group starts anew or not at all. A module names its groups in
 * a golden file and compares, so that a rename is seen in review.
 *
 * <pre>{@code GroupNamesGolden.check("/golden/groups-loan.txt", groups);}</pre>
 */
public final class GroupNamesGolden {
    private GroupNamesGolden() {}

    /** One name a line with its kind, sorted. */
    public static void check(String resource, Collection<? extends ProcessingGroup> groups) {
        var found = groups.stream()
                .map(g -> g.name() + " " + g.getClass().getSimpleName())
                .sorted()
                .toList();
        assertThat(found)
                .as("the names of processing groups in %s; a renamed group loses its place in the stream", resource)
                .isEqualTo(read(resource).lines().toList());
    }

    private static String read(String resource) {
        try (var file = GroupNamesGolden.class.getResourceAsStream(resource)) {
            assertThat(file)
                    .as("golden file %s on the test class path", resource)
                    .isNotNull();
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
