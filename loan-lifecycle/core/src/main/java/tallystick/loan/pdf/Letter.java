package tallystick.loan.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A letter: a title and lines of cells, on as many pages as they need.
 *
 * @param columns where each cell of a line begins, in points from the left
 */
public record Letter(Script script, String title, List<Integer> columns, List<List<String>> lines) {
    private static final int LINES_A_PAGE = 50;

    public Letter {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** The whole file. */
    public byte[] pdf() {
        var pages = new ArrayList<String>();
        for (var from = 0; from == 0 || from < lines.size(); from += LINES_A_PAGE) {
            pages.add(page(lines.subList(from, Math.min(lines.size(), from + LINES_A_PAGE))));
        }
        return PdfFile.of(script, pages);
    }

    private String page(List<List<String>> shown) {
        var page = new StringBuilder(text(PdfFile.LEFT, PdfFile.TOP, 13, title));
        var y = PdfFile.TOP - 2 * PdfFile.LEADING;
        for (var line : shown) {
            for (var i = 0; i < line.size(); i++) {
                page.append(text(PdfFile.LEFT + columns.get(i), y, 9, line.get(i)));
            }
            y -= PdfFile.LEADING;
        }
        return page.toString();
    }

    private String text(int x, int y, int size, String words) {
        return "BT /F %d Tf %d %d Td <%s> Tj ET\n".formatted(size, x, y, script.hex(words));
    }
}
