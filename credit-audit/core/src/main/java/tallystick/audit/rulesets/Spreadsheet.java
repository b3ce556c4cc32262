package tallystick.audit.rulesets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the first sheet of an XLSX file as CSV. Only what stands in cells: formulas are refused, nothing outside the file is
 * looked at, and a file that grows beyond bounds while it is unpacked is refused before it is read.
 */
final class Spreadsheet {
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 100;
    private static final int DIGITS = 15;
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";

    private final Map<String, byte[]> parts = new HashMap<>();
    private final TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();

    private Spreadsheet() {}

    /** Why a file is not read. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String code;
        private final String expected;

        Refused(String code, String expected) {
            super("Expected " + expected + ".", null, false, false);
            this.code = code;
            this.expected = expected;
        }

        String code() {
            return code;
        }

        String expected() {
            return expected;
        }
    }

    /** @param base64 the file */
    static String csv(String base64) {
        try {
            var sheet = new Spreadsheet();
            sheet.unpack(Base64.getDecoder().decode(base64));
            sheet.read();
            return sheet.text();
        } catch (IllegalArgumentException | IOException | XMLStreamException unreadable) {
            throw new Refused("not-a-spreadsheet", "an XLSX file with a first sheet, in Base64");
        }
    }

    private void unpack(byte[] file) throws IOException {
        var left = MOST_BYTES;
        var entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0 || ++entries > MOST_ENTRIES) {
                    throw new Refused("too-large", "at most 8 MiB and 200 parts when unpacked");
                }
                if (entry.getName().equals(SHEET) || entry.getName().equals(TEXTS)) {
                    parts.put(entry.getName(), bytes);
                }
            }
        }
        if (!parts.containsKey(SHEET)) {
            throw new IOException("Expected " + SHEET + "; found none.");
        }
    }

    private static XMLStreamReader open(byte[] part) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part), StandardCharsets.UTF_8.name());
    }

    private void read() throws XMLStreamException {
        var texts = texts();
        var reader = open(Objects.requireNonNull(parts.get(SHEET)));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "c" -> cell(reader, texts);
                    case "f" -> throw new Refused("formula", "values in cells, no formulas");
                    default -> {}
                }
            }
        }
    }

    private List<String> texts() throws XMLStreamException {
        var texts = new ArrayList<String>();
        var part = parts.get(TEXTS);
        if (part != null) {
            var reader = open(part);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("si")) {
                    texts.add(inside(reader, "si"));
                }
            }
        }
        return texts;
    }

    /** All text within an element. */
    private static String inside(XMLStreamReader reader, String element) throws XMLStreamException {
        var text = new StringBuilder();
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("f")) {
                throw new Refused("formula", "values in cells, no formulas");
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals(element)) {
                break;
            }
        }
        return text.toString();
    }

    private void cell(XMLStreamReader reader, List<String> texts) throws XMLStreamException {
        var place = reader.getAttributeValue(null, "r");
        var type = reader.getAttributeValue(null, "t");
        var text = inside(reader, "c").strip();
        if (place == null || !place.matches("[A-Z]{1,2}[1-9][0-9]{0,5}")) {
            throw new XMLStreamException("Expected the place of a cell.");
        }
        var column = column(place.replaceAll("[0-9]", ""));
        var row = Integer.parseInt(place.replaceAll("[A-Z]", ""));
        if (row > MOST_ROWS || column > MOST_COLUMNS) {
            throw new Refused("too-large", "at most 10,000 rows and 100 columns");
        }
        rows.computeIfAbsent(row, _ -> new TreeMap<>()).put(column, value(type, text, texts));
    }

    private static String value(String type, String text, List<String> texts) throws XMLStreamException {
        if ("s".equals(type)) {
            var number = Integer.parseInt(text);
            if (number < 0 || number >= texts.size()) {
                throw new XMLStreamException("Expected a text that is there.");
            }
            return texts.get(number);
        }
        return text.isEmpty() || (type != null && !type.equals("n"))
                ? text
                : new BigDecimal(text)
                        .round(new MathContext(DIGITS))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1);
    }

    private String text() {
        var widest = rows.values().stream().mapToInt(TreeMap::lastKey).max().orElse(0);
        var lines = new ArrayList<String>();
        for (var row = 1; !rows.isEmpty() && row <= rows.lastKey(); row++) {
            lines.add(line(rows.getOrDefault(row, new TreeMap<>()), widest, lines.isEmpty()));
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /** The title is shorter than the table and stays so. */
    private static String line(SortedMap<Integer, String> cells, int widest, boolean title) {
        var last = title && !cells.isEmpty() ? cells.lastKey().intValue() : widest;
        var line = new ArrayList<String>();
        for (var column = 1; column <= last; column++) {
            line.add(quoted(cells.getOrDefault(column, "")));
        }
        return String.join(",", line);
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
