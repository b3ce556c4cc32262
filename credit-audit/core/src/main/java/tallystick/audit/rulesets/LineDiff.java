package tallystick.audit.rulesets;

import java.util.ArrayList;
import java.util.List;

/** Which lines went and which came: the longest common ones stay. */
record LineDiff(List<String> was, List<String> is) {
    /** Above this many pairs of lines the whole file is told as gone and come, rather than compared for long. */
    private static final long MOST_PAIRS = 4_000_000;

    /** One line that went ({@code -}) or came ({@code +}), with its number in its own file. */
    record Line(String sign, int number, String text) {}

    List<Line> lines() {
        var common = (long) was.size() * is.size() > MOST_PAIRS ? null : common();
        var lines = new ArrayList<Line>();
        var i = 0;
        var j = 0;
        while (i < was.size() || j < is.size()) {
            if (common != null && i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
                i++;
                j++;
            } else if (i < was.size() && (common == null || j == is.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line("-", i + 1, was.get(i++)));
            } else {
                lines.add(new Line("+", j + 1, is.get(j++)));
            }
        }
        return lines;
    }

    /** How many lines are common from each pair of places to the end. */
    private int[][] common() {
        var common = new int[was.size() + 1][is.size() + 1];
        for (var i = was.size() - 1; i >= 0; i--) {
            for (var j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
