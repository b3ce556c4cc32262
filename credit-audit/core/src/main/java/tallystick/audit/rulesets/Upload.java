package tallystick.audit.rulesets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tallystick.rules.Languages;
import tallystick.rules.RuleFiles;
import tallystick.rules.RuleKind;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;

/** Files that somebody sends, put in the place of those of the base; a file without text takes its namesake away. */
record Upload(String kind, String comment, @Nullable String base, List<Sent> files) {
    private static final Pattern PATH =
            Pattern.compile("[a-z0-9][a-z0-9-]{0,39}(/[a-z0-9][a-z0-9-]{0,39}){0,2}\\.(csv|drl)");
    private static final String XLSX = ".xlsx";

    /** Of a form with files. */
    static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int MOST_FILES = 200;
    private static final int LONGEST_TEXT = 500_000;
    private static final int LONGEST_COMMENT = 500;

    /** @param xlsx a spreadsheet in Base64 instead of text; it becomes the CSV of its first sheet */
    record Sent(
            String path, @Nullable String text, @Nullable String xlsx) {}

    /** What a form sends: a spreadsheet by its name, which becomes the name of a table; everything else is text. */
    static Upload of(String kind, String comment, @Nullable String base, List<MultipartFile> files) {
        return new Upload(kind, comment, base, files.stream().map(Upload::sent).toList());
    }

    private static Sent sent(MultipartFile file) {
        var name = String.valueOf(file.getOriginalFilename());
        try {
            return name.endsWith(XLSX)
                    ? new Sent(
                            name.substring(0, name.length() - XLSX.length()) + ".csv",
                            null,
                            Base64.getEncoder().encodeToString(file.getBytes()))
                    : new Sent(name, new String(file.getBytes(), StandardCharsets.UTF_8), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read the part " + name + ".", unreadable);
        }
    }

    void check() {
        if (RuleKind.of(kind).isEmpty()) {
            throw ValueNotAllowed.at("/kind", "not-allowed", "credit, pricing or routing", "another kind");
        }
        if (comment.isBlank() || comment.length() > LONGEST_COMMENT) {
            throw ValueNotAllowed.at("/comment", "blank", "1 to 500 characters", comment.isBlank() ? "blanks" : "more");
        }
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw ValueNotAllowed.at("/files", "not-allowed", "1 to 200 files", Integer.toString(files.size()));
        }
    }

    RuleKind about() {
        return RuleKind.of(kind).orElseThrow();
    }

    /** @throws ValueNotAllowed naming every file that may not even be stored, with line and column */
    RuleFiles on(RuleFiles under, Languages languages) {
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
        if (errors.isEmpty()) {
            hostile(under.with(texts), languages, errors);
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

    /** A table that is wrong is a draft with mistakes; a rule file that wants more than it may is none. */
    private void hostile(RuleFiles whole, Languages languages, List<Problem.At> errors) {
        for (var remark : whole.hostile(languages)) {
            var nr = IntStream.range(0, files.size())
                    .filter(n -> files.get(n).path().equals(remark.file()))
                    .findFirst();
            errors.add(new Problem.At(
                    nr.isPresent() ? "/files/" + nr.getAsInt() + "/text" : "/base",
                    remark.code(),
                    remark.remedy(),
                    "%s line %d column %d".formatted(remark.file(), remark.line(), remark.column())));
        }
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
