package tallystick.loan.pdf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The letters a document is written in, by fonts that every viewer has, so that none is shipped. */
public enum Script {
    /** Letters of western Europe. */
    LATIN,
    /** Simplified Chinese, as ISO 32000-1, 9.7.5.2 predefines it. */
    CHINESE;

    /** The font and what it refers to; the first is object 3 of the file. */
    List<String> fonts() {
        return switch (this) {
            case LATIN -> List.of("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
            case CHINESE ->
                List.of(
                        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H"
                                + " /DescendantFonts [4 0 R] >>",
                        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry"
                            + " (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500]"
                            + " >>",
                        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
                                + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        };
    }

    /** A letter that the script does not know becomes a question mark. */
    String hex(String words) {
        return HexFormat.of().formatHex(words.getBytes(charset()));
    }

    private Charset charset() {
        return this == LATIN ? Charset.forName("windows-1252") : StandardCharsets.UTF_16BE;
    }
}
