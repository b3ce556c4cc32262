package tallystick.audit.rulesets;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tallystick.rules.RuleFiles;

/** What differs between two sets, file by file and line by line. */
record Diff(@Nullable String base, String hash, List<Changed> files) {
    /** One file; lines in the order of the files they stand in. */
    record Changed(String path, String change, List<LineDiff.Line> lines) {}

    static Diff of(@Nullable String base, String hash, RuleFiles before, RuleFiles after) {
        var paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        var files = new ArrayList<Changed>();
        for (var path : paths) {
            var was = lines(before.files(), path);
            var is = lines(after.files(), path);
            if (!was.equals(is)) {
                files.add(new Changed(path, change(was, is), new LineDiff(was, is).lines()));
            }
        }
        return new Diff(base, hash, files);
    }

    private static String change(List<String> was, List<String> is) {
        if (was.isEmpty()) {
            return "ADDED";
        }
        return is.isEmpty() ? "REMOVED" : "CHANGED";
    }

    private static List<String> lines(SortedMap<String, String> files, String path) {
        return files.getOrDefault(path, "").lines().toList();
    }
}
