package tallystick.kernel;

import java.io.Serializable;
import java.util.Map;

/**
 * Why something was not done, as data: it crosses processes and leaves as a problem detail.
 *
 * @param code kebab-case and stable, such as {@code offer-expired}; also names the page that explains it
 * @param title the refusal in a few words
 * @param detail one sentence with what was expected, what was found and what to do
 * @param facts the values that decided it, by name; never personal data
 */
public record Refusal(String code, String title, String detail, Map<String, String> facts) implements Serializable {
    public Refusal {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("A refusal code is kebab-case; found '" + code + "'.");
        }
        facts = Map.copyOf(facts);
    }

    public static Refusal of(String code, String title, String detail) {
        return new Refusal(code, title, detail, Map.of());
    }

    public Refused asException() {
        return new Refused(this);
    }
}
