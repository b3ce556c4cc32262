package tallystick.audit.notices;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A notice as PDF, a page of text. Written by hand, since it must hold Chinese without shipping a font: it names a font of
 * the standard Chinese collection (ISO 32000, 9.7.5.2), which every reader has or replaces. Without clock or chance.
 */
final class NoticeDocument {
    private static final int WIDE = 80;
    private static final int LEADING = 18;
    private static final char FIRST_WIDE = 0x2e80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    private NoticeDocument() {}

    static byte[] of(Notice notice) {
        return new NoticeDocument().written(notice);
    }

    private byte[] written(Notice notice) {
        write("%PDF-1.7\n");
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>");
        var text = text(notice);
        object("<< /Length %d >>\nstream\n%s\nendstream".formatted(text.length(), text));
        object("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
                + " /DescendantFonts [6 0 R] >>");
        object("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500]"
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>");
        object("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880]"
                + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        end();
        return bytes.toByteArray();
    }

    private static String text(Notice notice) {
        var text = new StringBuilder("BT /F1 11 Tf %d TL 60 780 Td\n".formatted(LEADING));
        notice.paragraphs().stream()
                .flatMap(paragraph -> lines(paragraph).stream())
                .forEach(line -> text.append('<')
                        .append(HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE)))
                        .append("> Tj T*\n"));
        return text.append("ET").toString();
    }

    /** Chinese letters are twice as wide as Latin ones, and lines may end behind any of them. */
    private static List<String> lines(String paragraph) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var wide = 0;
        for (var n = 0; n < paragraph.length(); n++) {
            var letter = paragraph.charAt(n);
            line.append(letter);
            wide += letter < FIRST_WIDE ? 1 : 2;
            if (wide >= WIDE && (letter == ' ' || letter >= FIRST_WIDE)) {
                lines.add(line.toString());
                line.setLength(0);
                wide = 0;
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private void object(String content) {
        places.add(bytes.size());
        write("%d 0 obj\n%s\nendobj\n".formatted(places.size(), content));
    }

    private void end() {
        var start = bytes.size();
        write("xref\n0 %d\n0000000000 65535 f \n".formatted(places.size() + 1));
        places.forEach(place -> write("%010d 00000 n \n".formatted(place)));
        write("trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(places.size() + 1, start));
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
