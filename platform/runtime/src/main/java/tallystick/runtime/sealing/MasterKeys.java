package tallystick.runtime.sealing;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tallystick.runtime.security.SecurityRefused;

/** The master key that wraps, and those that still unwrap. */
final class MasterKeys {
    private final MasterKey current;
    private final Map<String, MasterKey> known;

    MasterKeys(MasterKey current, List<MasterKey> previous) {
        this.current = current;
        known = Stream.concat(Stream.of(current), previous.stream())
                .collect(Collectors.toMap(MasterKey::id, Function.identity(), (first, _) -> first));
    }

    MasterKey current() {
        return current;
    }

    MasterKey of(String id) {
        var key = known.get(id);
        if (key == null) {
            throw new SecurityRefused(("Keys in this database are wrapped by master key %s; found only %s here. Set"
                            + " tallystick.sealing.master-key to that key, or copy the file master.key of the node that"
                            + " made it; after a rotation name it in tallystick.sealing.previous-master-keys.")
                    .formatted(id, known.keySet()));
        }
        return key;
    }
}
