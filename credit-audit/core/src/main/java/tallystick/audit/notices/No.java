package tallystick.audit.notices;

import java.time.Instant;
import java.util.List;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Reason;

/**
 * One no that somebody has to be told of.
 *
 * @param at when it was said
 * @param lenders by whom, where it was not us
 */
record No(Occasion occasion, Instant at, List<String> lenders) {
    private static final String LENDER = "LENDER-TERMS";
    private static final String NO_LENDER = "NO-LENDER";

    No {
        lenders = List.copyOf(lenders);
    }

    static No ours(Instant at) {
        return new No(Occasion.DECLINED, at, List.of());
    }

    boolean isOurs() {
        return occasion == Occasion.DECLINED;
    }

    /** Ours are those of the decision; a lender's own reasons are told by itself, and so we name the lender. */
    List<Reason> reasons(AuditDecided decided, Language language) {
        if (isOurs()) {
            return decided.reasons().stream().map(language::of).toList();
        }
        return lenders.isEmpty()
                ? List.of(new Reason(NO_LENDER, occasion.ofNobody(language)))
                : lenders.stream()
                        .map(lender -> new Reason(LENDER, occasion.of(lender, language)))
                        .toList();
    }
}
