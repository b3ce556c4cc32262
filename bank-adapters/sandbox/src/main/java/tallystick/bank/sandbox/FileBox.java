package tallystick.bank.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder that the bank writes into. A file is there whole or not at all, unless the script wants it otherwise. */
final class FileBox {
    private static final String DOCUMENT = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document"
            + " xmlns=\"urn:iso:std:iso:20022:tech:xsd:%s\">%s</Document>";

    private final Path folder;
    private final Script script;

    FileBox(Path folder, Script script) {
        this.folder = folder;
        this.script = script;
    }

    /** @param word under which a fault of the script befalls the file */
    void put(String word, String name, String kind, String content) {
        var fault = script.next(word, name).map(Script.Due::fault).orElse(null);
        var whole = DOCUMENT.formatted(kind, content);
        switch (fault) {
            case DROP, SILENT -> {} // It never comes.
            case DUPLICATE -> {
                write(name, whole);
                write("again-" + name, whole);
            }
            case GARBAGE, PARTIAL -> {
                write("half-" + name, whole.substring(0, whole.length() / 2));
                write(name, whole); // The bank notices, and writes it once more.
            }
            case FORGED -> {
                write("other-" + name, whole.replaceAll("<(OrgnlMsgId|IBAN|Id)>[^<]+</\\1>", "<$1>ANOTHER</$1>"));
                write(name, whole);
            }
            case null, default -> write(name, whole);
        }
    }

    private void write(String name, String content) {
        try {
            var part = folder.resolve(name + ".part");
            Files.write(part, content.getBytes(StandardCharsets.UTF_8));
            Files.move(part, folder.resolve(name + ".xml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
