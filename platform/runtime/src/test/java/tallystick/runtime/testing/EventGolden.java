package tallystick.runtime.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.messages.EventNames;
import tallystick.runtime.messages.StoredJson;

/**
 * Compares the stored form of events with a golden file, one line an event: name, revision, JSON of a specimen. The file
 * only grows: what was stored once must stay readable.
 */
public final class EventGolden {
    private EventGolden() {}

    public static void check(Path golden, EventFamily... families) throws IOException {
        var expected = Files.exists(golden) ? Files.readAllLines(golden) : List.<String>of();
        var actual = lines(families);
        Assertions.assertThat(actual)
                .as(
                        "Stored events changed. A line of %s must never change or go: give the event a new revision"
                                + " and an upcaster.",
                        golden)
                .containsAll(expected);
        var added = new ArrayList<>(actual);
        added.removeAll(expected);
        Assertions.assertThat(added)
                .as("New events. Add these lines to %s.", golden)
                .isEmpty();
    }

    private static List<String> lines(EventFamily... families) {
        var names = new EventNames(List.of(families));
        var json = StoredJson.mapper();
        return names.all().stream()
                .map(name -> {
                    var type = Objects.requireNonNull(names.typeOf(name));
                    var stored = Objects.requireNonNull(names.of(type));
                    var specimen = json.writeValueAsString(Specimen.of(type));
                    Assertions.assertThat(json.readValue(specimen, type))
                            .as("Round trip of %s", name)
                            .isEqualTo(Specimen.of(type));
                    return "%s %s %s".formatted(name, stored.revision(), specimen);
                })
                .toList();
    }
}
