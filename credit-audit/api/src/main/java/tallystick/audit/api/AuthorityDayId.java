package tallystick.audit.api;

import java.time.LocalDate;
import tallystick.kernel.Id;
import tallystick.kernel.Ids;

/** One day of one person who approves: what they approve on it stays within their sum. */
public record AuthorityDayId(String value) implements Id {
    public static final String KIND = "authorityday";

    public AuthorityDayId {
        Ids.require(KIND, value);
    }

    public static AuthorityDayId of(String person, LocalDate day) {
        return new AuthorityDayId(Ids.derived(KIND, person, day.toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}
