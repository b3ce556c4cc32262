package tallystick.audit.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What a spreadsheet becomes, and what it must never bring. */
class SpreadsheetTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static String zipped(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String sheet(String cells) throws IOException {
        return zipped(Map.of(SHEET, ("<worksheet>" + cells + "</worksheet>").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void cellsBecomeTheCanonicalTable() throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("xl/sharedStrings.xml", """
            <sst><si><t>table</t></si><si><t>price</t></si><si><t>first</t></si><si><t>rate</t></si>
            <si><r><t>grade </t></r><r><t>in</t></r></si><si><t>A</t></si></sst>
            """.getBytes(StandardCharsets.UTF_8));
        parts.put(SHEET, """
            <worksheet><sheetData>
            <row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
            <row><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c></row>
            <row><c r="A3"><v>0.10000000000000001</v></c><c r="B3" t="s"><v>5</v></c></row>
            <row><c r="A4" t="inlineStr"><is><t>none, said "so"</t></is></c></row>
            </sheetData></worksheet>
            """.getBytes(StandardCharsets.UTF_8));
        assertThat(Spreadsheet.csv(zipped(parts))).isEqualTo("""
            table,price,first
            rate,grade in,
            0.1,A,
            "none, said ""so\""",,
            """);
    }

    @Test
    void aFormulaIsRefused() throws IOException {
        var formula = sheet("<c r=\"A1\"><f>WEBSERVICE(\"http://x\")</f><v>1</v></c>");
        assertThatThrownBy(() -> Spreadsheet.csv(formula)).hasMessage("Expected values in cells, no formulas.");
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        var bomb = zipped(Map.of("a.xml", new byte[64 * 1024 * 1024]));
        assertThat(bomb.length()).isLessThan(200_000);
        assertThatThrownBy(() -> Spreadsheet.csv(bomb))
                .hasMessage("Expected at most 8 MiB and 200 parts when unpacked.");
    }

    @Test
    void aSheetThatIsTooWideIsRefused() throws IOException {
        var wide = sheet("<c r=\"ZZ999999\"><v>1</v></c>");
        assertThatThrownBy(() -> Spreadsheet.csv(wide)).hasMessage("Expected at most 10,000 rows and 100 columns.");
    }

    @Test
    void whatReachesOutsideIsRefused() throws IOException {
        var reaching = zipped(Map.of(SHEET, """
            <!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>
            <worksheet><c r="A1" t="inlineStr"><is><t>&y;</t></is></c></worksheet>
            """.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> Spreadsheet.csv(reaching)).hasMessageContaining("an XLSX file");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> Spreadsheet.csv("no base64!")).hasMessageContaining("an XLSX file");
        assertThatThrownBy(() -> Spreadsheet.csv("AAAA")).hasMessageContaining("an XLSX file");
    }
}
