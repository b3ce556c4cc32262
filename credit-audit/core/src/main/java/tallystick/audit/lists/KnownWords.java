package tallystick.audit.lists;

import java.util.Arrays;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.lists.Listing;

/** A filter by a word that does not exist would find nothing, and look as if there were nothing. */
public final class KnownWords {
    private KnownWords() {}

    public static void check(Listing listing, String filter, Enum<?>[] known) {
        var names = Arrays.stream(known).map(Enum::name).toList();
        listing.filter(filter).filter(word -> !names.contains(word)).ifPresent(_ -> {
            throw ValueNotAllowed.at("/" + filter, "unknown", "one of " + String.join(", ", names), "another word");
        });
    }
}
