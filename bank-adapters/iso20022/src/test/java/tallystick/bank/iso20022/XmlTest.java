package tallystick.bank.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.bank.iso20022.Element.Unreadable;

/** What strangers may have written. */
class XmlTest {
    private static final String OPEN = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\">";

    @TempDir
    Path folder;

    private static void refused(String file, String why) {
        assertThatThrownBy(() -> Xml.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class)
                .hasMessage(why);
    }

    @Test
    void aMessageIsItsKindAndItsContent() {
        var message =
                Xml.read((OPEN + "<A><B>1</B><B Ccy=\"EUR\">2</B></A></Document>").getBytes(StandardCharsets.UTF_8));
        assertThat(message.kind()).isEqualTo("pain.002");
        assertThat(message.content().all("B")).extracting(Element::text).containsExactly("1", "2");
    }

    @Test
    void aLongFileMayHaveALineForEachElement() {
        var file = OPEN + "<A>" + "\n      <B>1</B>".repeat(5_000) + "\n</A></Document>";
        assertThat(Xml.read(file.getBytes(StandardCharsets.UTF_8)).content().all("B"))
                .hasSize(5_000);
    }

    @Test
    void nothingIsFetchedFromElsewhere() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "a secret");
        var doctype = "Expected no document type and no entities; found some.";
        refused("<!DOCTYPE Document SYSTEM \"" + secret.toUri() + "\">" + OPEN + "<A/></Document>", doctype);
        refused(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + OPEN + "<A>&e;</A></Document>",
                doctype);
    }

    @Test
    void entitiesDoNotGrow() {
        refused(
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + OPEN
                        + "<A>&b;</A></Document>",
                "Expected no document type and no entities; found some.");
        assertThatThrownBy(() -> Given.message(OPEN + "<A>&e;</A></Document>")).isInstanceOf(Unreadable.class);
    }

    @Test
    void halfAFileIsNone() {
        refused(OPEN + "<A><B>1</B>", "It is no whole XML document.");
        refused(OPEN + "<A/></Document><more>", "It is no whole XML document.");
        refused("", "It is no whole XML document.");
        refused(OPEN + "</Document>", "Expected one ISO 20022 message; found another document.");
        refused("<html/>", "Expected an ISO 20022 document; found another.");
    }

    @Test
    void deepAndLongOnesAreRefused() {
        refused(
                OPEN + "<A>".repeat(50) + "</A>".repeat(50) + "</Document>",
                "Expected at most 40 levels and 5000000 elements.");
        refused(OPEN + "<A>" + "x".repeat(5000) + "</A></Document>", "Expected at most 4096 characters in A.");
    }

    @Test
    void otherBytesAreRefused() {
        assertThatThrownBy(() -> Xml.read(new byte[] {'<', 'a', '>', (byte) 0xff}))
                .hasMessage("Expected UTF-8; found other bytes.");
    }
}
