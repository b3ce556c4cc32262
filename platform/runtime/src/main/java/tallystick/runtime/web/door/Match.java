package tallystick.runtime.web.door;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.Words;

/**
 * The versions a caller accepts to change.
 *
 * @param any whether If-Match was {@code *}: whatever version is there
 */
public record Match(boolean any, List<Long> versions) {
    private static final Pattern ONE = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");
    private static final int MOST = 20;

    public boolean accepts(long version) {
        return any || versions.contains(version);
    }

    static @Nullable Match parse(List<String> headers) {
        if (headers.isEmpty()) {
            return null;
        }
        var text = String.join(",", headers).strip();
        if (text.equals("*")) {
            return new Match(true, List.of());
        }
        var versions = new ArrayList<Long>();
        for (var tag : text.split(",", MOST + 1)) {
            var one = ONE.matcher(tag.strip());
            if (!one.matches()) {
                throw Standard.MALFORMED.because(
                        "Expected If-Match to be an ETag such as \"12\", with its quotes; found %s."
                                .formatted(Words.shown(text)));
            }
            // A weak or foreign tag is well formed and matches no version of ours.
            if (one.group(1) == null && VERSION.matcher(one.group(2)).matches()) {
                versions.add(Long.parseLong(one.group(2)));
            }
        }
        return new Match(false, List.copyOf(versions));
    }
}
