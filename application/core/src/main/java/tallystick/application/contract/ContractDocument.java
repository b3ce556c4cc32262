package tallystick.application.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import tallystick.application.api.Offer;
import tallystick.application.lifecycle.Application;
import tallystick.runtime.web.json.WebJson;

/** A contract as PDF: who, what, every row and yield. Without a clock or chance in it, so its hash can be computed again. */
final class ContractDocument {
    private static final float TOP = 780;
    private static final float LEFT = 60;
    private static final float LEADING = 14;
    private static final int LINES_A_PAGE = 50;

    private ContractDocument() {}

    static byte[] of(Application application, Offer offer) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var lines = lines(application, offer);
            for (var from = 0; from < lines.size(); from += LINES_A_PAGE) {
                page(document, lines.subList(from, Math.min(lines.size(), from + LINES_A_PAGE)));
            }
            // PDFBox would make an id from the time of day.
            var id = new COSArray();
            id.add(new COSString(offer.hash().substring(0, 32)));
            id.add(new COSString(offer.hash().substring(0, 32)));
            document.getDocument().getTrailer().setItem(COSName.ID, id);
            document.setDocumentId(Long.parseLong(offer.hash().substring(0, 15), 16));
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException("Expected to make the contract of " + application.id() + ".", failed);
        }
    }

    private static void page(PDDocument document, List<String> lines) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var text = new PDPageContentStream(document, page)) {
            text.beginText();
            text.setFont(new PDType1Font(Standard14Fonts.FontName.COURIER), 9);
            text.setLeading(LEADING);
            text.newLineAtOffset(LEFT, TOP);
            for (var line : lines) {
                text.showText(plain(line));
                text.newLine();
            }
            text.endText();
        }
    }

    /** The built-in fonts know Latin letters only; a name in other letters stands masked anyway. */
    private static String plain(String line) {
        return line.replaceAll("[^\\x20-\\x7e]", "*");
    }

    private static List<String> lines(Application application, Offer offer) {
        var handedIn = application.submitted();
        var applicant = application.draft().applicant();
        var lines = new ArrayList<String>();
        lines.add("LOAN CONTRACT");
        lines.add("");
        lines.add("Application       " + application.id());
        lines.add("Borrower          " + handedIn.applicant() + "  "
                + (applicant == null ? "" : applicant.shown().name()));
        lines.add("Lender            " + offer.bank());
        lines.add(
                "Product           %s, version %d".formatted(handedIn.product().name(), handedIn.productVersion()));
        lines.add("Amount            " + offer.amount());
        lines.add("Yearly rate       " + offer.annualRate());
        lines.add("Instalments       " + offer.count());
        lines.add("Offer             %d, %s".formatted(offer.nr(), offer.hash()));
        lines.add("");
        lines.add(
                "%-4s %-12s %14s %14s %14s %14s".formatted("Nr", "Due", "Principal", "Interest", "To pay", "Balance"));
        rows(offer, lines);
        yields(offer, lines);
        return lines;
    }

    private static void rows(Offer offer, List<String> lines) {
        WebJson.get().readTree(offer.quote()).path("rows").forEach(row -> {
            if (row.path("type").asString("").equals("INSTALLMENT")) {
                lines.add("%-4s %-12s %14s %14s %14s %14s"
                        .formatted(
                                row.path("nr").asString(""),
                                row.path("due").asString(""),
                                row.path("principal").asString(""),
                                row.path("interest").asString(""),
                                row.path("total").asString(""),
                                row.path("balance").asString("")));
            }
        });
    }

    private static void yields(Offer offer, List<String> lines) {
        lines.add("");
        WebJson.get()
                .readTree(offer.quote())
                .path("yields")
                .properties()
                .forEach(yield -> lines.add(
                        "%-17s %s".formatted(yield.getKey(), yield.getValue().asString("-"))));
    }
}
