package tallystick.audit.reviews;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tallystick.audit.api.AuditEvent.AuditDecided;

/** Names what a reviewer is shown: the decision, its rule set and its facts. */
final class CaseHash {
    private CaseHash() {}

    static String of(AuditDecided decided) {
        var shown = String.join(
                "\n",
                decided.audit().value(),
                Integer.toString(decided.nr()),
                decided.ruleSet(),
                decided.factsHash(),
                decided.asked().amount().toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
