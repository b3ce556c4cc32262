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
 * @param dueBy the last day to send it
 * @param statements what the law wants said beside the reasons
 */
record Notice(
        String application,
        String audit,
        int decision,
        String jurisdiction,
        Language language,
        Instant decidedAt,
        LocalDate dueBy,
        String title,
        List<Reason> reasons,
        List<String> statements) {
    /** @param decidedAt when the no was said, by the rules or by a person */
    static Notice of(AuditDecided decided, Instant decidedAt, Language language) {
        var law = decided.asked().jurisdiction();
        var fromBureau = decided.findings().stream()
                .filter(finding -> finding.bureau()
                        && decided.reasons().stream()
                                .anyMatch(reason -> reason.code().equals(finding.code())));
        var statements = new ArrayList<String>();
        if (fromBureau.findAny().isPresent()) {
            statements.add(Law.bureau(law, language));
        }
        statements.add(Law.of(law, language).statement());
        return new Notice(
                decided.application().value(),
                decided.audit().value(),
                decided.nr(),
                law,
                language,
                decidedAt,
                Jurisdiction.named(law)
                        .dateAt(decidedAt)
                        .plusDays(Law.of(law, language).days()),
                language.title(),
                decided.reasons().stream().map(language::of).toList(),
                statements);
    }

    /** As it is printed, paragraph by paragraph. */
    List<String> paragraphs() {
        var lines = new ArrayList<String>();
        lines.add(title);
        lines.add("");
        lines.add(language.reference() + " " + application);
        lines.add("");
        lines.add(language.reasonsHead());
        reasons.forEach(reason -> lines.add("- " + reason.text()));
        lines.add("");
        lines.addAll(statements);
        return lines;
    }
}
