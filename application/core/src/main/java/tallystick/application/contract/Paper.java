package tallystick.application.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Sheets of A4, written from top to bottom in letters that know Latin and Chinese. No clock and no chance is in them: the
 * same words give the same bytes.
 */
final class Paper implements AutoCloseable {
    private static final float TOP = 780;
    private static final float BOTTOM = 60;
    private static final float LEADING = 14;
    private static final float SIZE = 9;
    private static final int MOST_SPARE_FONTS = 8;
    /** Nobody writes with them now: reading one takes longer than writing a contract, and it serves one at a time. */
    private static final Queue<TrueTypeFont> SPARE_FONTS = new ArrayBlockingQueue<>(MOST_SPARE_FONTS);

    private final PDDocument document = new PDDocument();
    private final TrueTypeFont letters;
    private final PDFont font;
    private @Nullable PDPageContentStream page;
    private float y;

    Paper() throws IOException {
        var spare = SPARE_FONTS.poll();
        letters = spare == null ? letters() : spare;
        font = PDType0Font.load(document, letters, true);
    }

    /** Text that begins, or when {@code right} ends, at a distance from the left edge. */
    record Cell(float at, boolean right, String text) {
        static Cell from(float at, String text) {
            return new Cell(at, false, text);
        }

        static Cell until(float at, String text) {
            return new Cell(at, true, text);
        }
    }

    void line(Cell... cells) throws IOException {
        var sheet = sheet();
        for (var cell : cells) {
            var text = writable(cell.text());
            var width = cell.right() ? font.getStringWidth(text) / 1000 * SIZE : 0;
            sheet.beginText();
            sheet.setFont(font, SIZE);
            sheet.newLineAtOffset(cell.at() - width, y);
            sheet.showText(text);
            sheet.endText();
        }
        y -= LEADING;
    }

    void gap() {
        y -= LEADING;
    }

    private PDPageContentStream sheet() throws IOException {
        if (page != null && y >= BOTTOM) {
            return page;
        }
        if (page != null) {
            page.close();
        }
        var next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = TOP;
        return page;
    }

    /** A letter that the font lacks, such as a rare one of a name, becomes a star. */
    private String writable(String text) {
        var known = new StringBuilder();
        text.codePoints().forEach(letter -> known.appendCodePoint(isKnown(letter) ? letter : '*'));
        return known.toString();
    }

    private boolean isKnown(int letter) {
        try {
            font.encode(Character.toString(letter));
            return !Character.isISOControl(letter);
        } catch (IOException | IllegalArgumentException no) {
            return false;
        }
    }

    /** @param id 32 hex digits; PDFBox would make one from the time of day */
    byte[] bytes(String id) throws IOException {
        if (page != null) {
            page.close();
        }
        var ids = new COSArray();
        ids.add(new COSString(id));
        ids.add(new COSString(id));
        document.getDocument().getTrailer().setItem(COSName.ID, ids);
        document.setDocumentId(Long.parseLong(id.substring(0, 15), 16));
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static TrueTypeFont letters() throws IOException {
        var file = "/contract/NotoSansSC-GB2312.ttf";
        try (var stream = Objects.requireNonNull(Paper.class.getResourceAsStream(file), file)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream));
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
        SPARE_FONTS.offer(letters);
    }
}
