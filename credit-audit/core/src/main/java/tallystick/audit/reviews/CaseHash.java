package tallystick.audit.reviews;

import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.kernel.Sha256;

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
        return Sha256.hex(shown);
    }
}
