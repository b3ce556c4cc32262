package tallystick.application.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Query;

/**
 * Everybody who has an identifier.
 *
 * @param kind such as {@code PHONE}
 * @param hash keyed, as in {@link PartyEvent.Identifier}
 */
public record WhoHas(String kind, String hash) implements Query<WhoHas.Answer> {
    @Override
    public Class<Answer> answer() {
        return Answer.class;
    }

    /** Nobody is an empty list. */
    public record Answer(List<Found> parties) {
        public Answer {
            parties = List.copyOf(parties);
        }
    }

    /**
     * A party that has it.
     *
     * @param name masked
     * @param mergedInto the party it turned out to be; null while it stands for itself
     */
    public record Found(String party, String name, @Nullable String mergedInto) {}
}
