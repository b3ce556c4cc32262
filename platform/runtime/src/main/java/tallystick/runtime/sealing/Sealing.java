package tallystick.runtime.sealing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.kernel.Sealed;
import tallystick.kernel.Sealed.Purpose;

/**
 * Seals personal data before it goes into an event, and opens it at the edges. A cipher text belongs to its subject,
 * purpose, epoch and field; moved anywhere else it does not open.
 */
public final class Sealing {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);

    private final DataKeys keys;
    private final KeyCache cache;

    Sealing(DataKeys keys, KeyCache cache) {
        this.keys = keys;
        this.cache = cache;
    }

    /** A subject whose key is shared by a month, for what belongs to no party: {@code answers-2026-11}. */
    public static String monthly(String what, Instant when) {
        return what + "-" + MONTH.format(when);
    }

    /** @throws Refused with code {@code subject-erased} when the subject's key is gone; it never gets another */
    public Sealed seal(String subject, Purpose purpose, String field, String clear) {
        return seal(subject, purpose, field, clear.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refused with code {@code subject-erased} when the subject's key is gone; it never gets another */
    public Sealed seal(String subject, Purpose purpose, String field, byte[] clear) {
        var name = new KeyName(subject, purpose);
        var ring = cache.get(name, Sealing::canSeal, () -> {
            var found = keys.read(name);
            return canSeal(found) || found.isErased() ? found : keys.add(name, 0);
        });
        if (ring.isErased()) {
            throw erased(name);
        }
        var last = ring.keys().lastEntry();
        var bytes = Gcm.encrypt(last.getValue(), clear, name.sealing(last.getKey(), field));
        return new Sealed(subject, purpose, last.getKey(), bytes);
    }

    /**
     * @param field the same name as when it was sealed
     * @throws SealBroken when the bytes were changed, or are not of this subject and field
     */
    public Opened open(Sealed sealed, String field) {
        var name = new KeyName(sealed.subject(), sealed.purpose());
        // An epoch that is not known may have been made elsewhere a moment ago: look once more.
        var ring = cache.get(
                name, known -> known.isErased() || known.keys().containsKey(sealed.epoch()), () -> keys.read(name));
        var key = ring.keys().get(sealed.epoch());
        return key == null
                ? new Opened.Erased(sealed.subject(), sealed.purpose(), ring.erasedAt())
                : new Opened.Clear(Gcm.decrypt(key, sealed.bytes(), name.sealing(sealed.epoch(), field)));
    }

    /** Seals with a new key from now on; what older keys sealed still opens. Answers the new epoch. */
    public int renew(String subject, Purpose purpose) {
        var name = new KeyName(subject, purpose);
        var before = keys.read(name);
        var ring = keys.add(name, before.keys().isEmpty() ? 0 : before.keys().lastKey());
        cache.drop(name);
        if (ring.isErased()) {
            throw erased(name);
        }
        return ring.keys().lastKey();
    }

    private static boolean canSeal(Ring ring) {
        return !ring.isErased() && !ring.keys().isEmpty();
    }

    private static Refused erased(KeyName name) {
        return new Refusal(
                        "subject-erased",
                        "Erased for good",
                        "Personal data of %s was erased and its key never comes back; found a try to keep more of it. Register the person anew if they return."
                                .formatted(name.subject()),
                        Map.of(
                                "subject",
                                name.subject(),
                                "purpose",
                                name.purpose().name()))
                .asException();
    }
}
