package tallystick.runtime.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes that find sealed identifiers without opening them: equal identifiers of one kind have equal hashes, on
 * every node and after every restart, and nobody without the key can try numbers against them.
 */
public final class BlindIndex {
    private final SecretKey key;
    private final Map<IdentifierKind, Normalisation> own;

    BlindIndex(SecretKey key, Collection<Normalisation> own) {
        this.key = new SecretKeySpec(key.getEncoded(), "HmacSHA256");
        this.own = own.stream().collect(Collectors.toMap(Normalisation::kind, Function.identity()));
    }

    public String of(IdentifierKind kind, String identifier) {
        var normal = kind.normal(identifier);
        var ours = own.get(kind);
        var text = ours == null ? normal : ours.normal(normal);
        return keyed("identifier-" + kind.name(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** A keyed hash for another use, such as comparing request bodies. Uses never share hashes. */
    public String keyed(String use, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(Gcm.context(use));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", e);
        }
    }
}
