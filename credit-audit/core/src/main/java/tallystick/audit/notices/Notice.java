package tallystick.audit.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Reason;
import tallystick.kernel.Jurisdiction;

/**
 * One notice, from what was stored with the decision: asked for again it says the same.
 *
 * @param decidedAt when the no was said
 * @param dueBy the last day to send it
 * @param statements what the law wants said beside the reasons
 * @param answerBy the last day for what the applicant has to bring
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
        List<String> statements,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate answerBy) {
    static Notice of(AuditDecided decided, No no, Language language) {
        var place = Jurisdiction.named(decided.asked().jurisdiction());
        return new Notice(
                decided.application().value(),
                decided.audit().value(),
                decided.nr(),
                place.name(),
                language,
                no.occasion(),
                no.at(),
                Law.of(place.name(), language).dueBy(no.occasion(), place.dateAt(no.since())),
                no.occasion().in(language).title(),
                no.reasons(language),
                statements(decided, no, place, language),
                no instanceof No.Incomplete open ? open.answerBy(place) : null);
    }

    private static List<String> statements(AuditDecided decided, No no, Jurisdiction place, Language language) {
        var law = Law.of(place.name(), language).statement();
        return switch (no) {
            case No.Incomplete open ->
                List.of(no.occasion().in(language).otherwise().formatted(language.of(open.answerBy(place))));
            case No.Ours _ when restsOnARecord(decided) -> List.of(Law.bureau(place.name(), language), law);
            case No.Ours _, No.Unanswered _, No.OfLenders _ -> List.of(law);
        };
    }

    private static boolean restsOnARecord(AuditDecided decided) {
        var reasons = decided.reasons().stream().map(Reason::code).toList();
        return decided.findings().stream().anyMatch(finding -> finding.bureau() && reasons.contains(finding.code()));
    }

    /** As it is printed, paragraph by paragraph. */
    List<String> paragraphs() {
        var lines = new ArrayList<String>();
        lines.add(title);
        lines.add("");
        lines.add(language.reference() + " " + application);
        lines.add("");
        lines.add(occasion.in(language).head());
        reasons.forEach(reason -> lines.add("- " + reason.text()));
        lines.add("");
        lines.addAll(statements);
        return lines;
    }
}
