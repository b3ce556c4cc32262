package tallystick.audit.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Reason;
import tallystick.kernel.Jurisdiction;

/**
 * One notice, from what was stored with the decision: asked for again it says the same.
 *
 * @param decidedAt when the no was said
 * @param dueBy the last day to send it
 * @param statements what the law wants said beside the reasons
 */
record Notice(
        String application,
        String audit,
        int decision,
        String jurisdiction,
        Language language,
        Occasion occasion,
        Instant decidedAt,
        LocalDate dueBy,
        String title,
        List<Reason> reasons,
        List<String> statements) {
    static Notice of(AuditDecided decided, No no, Language language) {
        var place = decided.asked().jurisdiction();
        var law = Law.of(place, language);
        var fromBureau = decided.findings().stream()
                .filter(finding -> finding.bureau()
                        && decided.reasons().stream()
                                .anyMatch(reason -> reason.code().equals(finding.code())));
        var statements = new ArrayList<String>();
        if (no.isOurs() && fromBureau.findAny().isPresent()) {
            statements.add(Law.bureau(place, language));
        }
        statements.add(law.statement());
        return new Notice(
                decided.application().value(),
                decided.audit().value(),
                decided.nr(),
                place,
                language,
                no.occasion(),
                no.at(),
                law.dueBy(no.occasion(), Jurisdiction.named(place).dateAt(no.at())),
                language.title(),
                no.reasons(decided, language),
                statements);
    }

    /** As it is printed, paragraph by paragraph. */
    List<String> paragraphs() {
        var lines = new ArrayList<String>();
        lines.add(title);
        lines.add("");
        lines.add(language.reference() + " " + application);
        lines.add("");
        lines.add(occasion.head(language));
        reasons.forEach(reason -> lines.add("- " + reason.text()));
        lines.add("");
        lines.addAll(statements);
        return lines;
    }
}
