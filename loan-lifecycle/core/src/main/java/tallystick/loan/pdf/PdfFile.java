package tallystick.loan.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tallystick.kernel.Sha256;

/** A PDF file of A4 pages as ISO 32000-1 writes it, without a time, a name of a program or chance in it. */
final class PdfFile {
    static final int TOP = 790;
    static final int LEFT = 50;
    static final int LEADING = 14;

    /** The catalogue, the page tree, then the fonts. */
    private static final int FIRST_FONT = 3;

    private PdfFile() {}

    static byte[] of(Script script, List<String> pages) {
        var objects = new ArrayList<String>();
        var firstPage = FIRST_FONT + script.fonts().size();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Count %d /Kids [%s] >>".formatted(pages.size(), kids(firstPage, pages.size())));
        objects.addAll(script.fonts());
        for (var page : pages) {
            var contents = objects.size() + 2;
            objects.add(("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                            + " /Resources << /Font << /F %d 0 R >> >> >>")
                    .formatted(contents, FIRST_FONT));
            objects.add("<< /Length %d >>\nstream\n%sendstream".formatted(page.length(), page));
        }
        return file(objects).getBytes(StandardCharsets.US_ASCII);
    }

    private static String kids(int firstPage, int pages) {
        return IntStream.range(0, pages)
                .mapToObj(page -> (firstPage + 2 * page) + " 0 R")
                .collect(Collectors.joining(" "));
    }

    private static String file(List<String> objects) {
        var file = new StringBuilder("%PDF-1.5\n");
        var places = new ArrayList<Integer>();
        for (var i = 0; i < objects.size(); i++) {
            places.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        var id = Sha256.hex(file.toString()).substring(0, 32);
        var table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
        return file.append("trailer\n<< /Size %d /Root 1 0 R /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(objects.size() + 1, id, id, table))
                .toString();
    }
}
