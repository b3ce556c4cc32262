package tallystick.runtime.web.writes;

import java.util.OptionalLong;

/** The version of a thing, which is its number of events. */
@FunctionalInterface
public interface Versions {
    OptionalLong of(String id);
}
