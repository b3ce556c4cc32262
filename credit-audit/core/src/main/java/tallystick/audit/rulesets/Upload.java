package tallystick.audit.rulesets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallystick.rules.RuleFiles;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;

/** Files that somebody sends, put in the place of those of the base; a file without text takes its namesake away. */
record Upload(String kind, String comment, @Nullable String base, List<Sent> files) {
    private static final Pattern PATH = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}(/[a-z0-9][a-z0-9-]{0,39}){0,2}\\.csv");
    private static final int MOST_FILES = 200;
    private static final int LONGEST_TEXT = 500_000;
    private static final int LONGEST_COMMENT = 500;

    /** @param xlsx a spreadsheet in Base64 instead of text; it becomes the CSV of its first sheet */
    record Sent(
            String path, @Nullable String text, @Nullable String xlsx) {}

    void check() {
        if (!kind.equals(RuleSets.CREDIT)) {
            throw ValueNotAllowed.at("/kind", "not-allowed", RuleSets.CREDIT, "another kind");
        }
        if (comment.isBlank() || comment.length() > LONGEST_COMMENT) {
            throw ValueNotAllowed.at("/comment", "blank", "1 to 500 characters", comment.isBlank() ? "blanks" : "more");
        }
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw ValueNotAllowed.at("/files", "not-allowed", "1 to 200 files", Integer.toString(files.size()));
        }
    }

    RuleFiles on(RuleFiles under) {
        var texts = new HashMap<String, String>();
        var errors = new ArrayList<Problem.At>();
        for (var n = 0; n < files.size(); n++) {
            var sent = files.get(n);
            var pointer = "/files/" + n;
            if (!PATH.matcher(sent.path()).matches()) {
                errors.add(new Problem.At(
                        pointer + "/path", "not-a-table", "a path such as pricing/price.csv", shown(sent.path())));
            } else if ((sent.text() == null) == (sent.xlsx() == null)) {
                errors.add(new Problem.At(pointer, "not-allowed", "either text or xlsx", "both or none"));
            } else {
                text(sent, pointer, errors, texts);
            }
        }
        if (!errors.isEmpty()) {
            throw new ValueNotAllowed(
                    "rule-not-allowed",
                    "Expected tables that cannot bring anything else with them; found %d file(s) refused, the first at %s. Send CSV, or a spreadsheet with one sheet."
                            .formatted(errors.size(), errors.getFirst().pointer()),
                    errors);
        }
        return under.with(texts);
    }

    private static void text(Sent sent, String pointer, List<Problem.At> errors, Map<String, String> texts) {
        try {
            var text = sent.xlsx() == null ? String.valueOf(sent.text()) : Spreadsheet.csv(sent.xlsx());
            if (text.length() > LONGEST_TEXT
                    || text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
                errors.add(new Problem.At(
                        pointer + "/text",
                        "not-a-table",
                        "at most 500,000 characters of text",
                        "more, or control characters"));
            }
            texts.put(sent.path(), text);
        } catch (Spreadsheet.Refused refused) {
            errors.add(new Problem.At(
                    pointer + "/xlsx",
                    refused.code(),
                    refused.expected(),
                    "%s line 1 column 1".formatted(sent.path())));
        }
    }

    private static String shown(String path) {
        return path.length() > 60 ? path.substring(0, 60) : path;
    }
}
