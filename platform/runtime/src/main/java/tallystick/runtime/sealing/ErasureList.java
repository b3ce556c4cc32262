package tallystick.runtime.sealing;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import tallystick.kernel.Sealed.Purpose;

/** Erasures as text, one a line: when, purpose, subject. It is kept where no restore can reach it. */
final class ErasureList {
    private ErasureList() {}

    static String print(List<Erasure> erasures) {
        var text = new StringBuilder();
        erasures.forEach(one -> text.append(one.at())
                .append(' ')
                .append(one.purpose())
                .append(' ')
                .append(one.subject())
                .append('\n'));
        return text.toString();
    }

    /** All or nothing: a list that was cut or mixed up must not look applied. */
    static List<Erasure> read(List<String> lines) {
        var erasures = new ArrayList<Erasure>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                erasures.add(line(lines.get(i).strip(), i + 1));
            }
        }
        return erasures;
    }

    private static Erasure line(String line, int number) {
        var parts = line.split(" ", 3);
        try {
            return new Erasure(parts[2], Purpose.valueOf(parts[1]), Instant.parse(parts[0]));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Line %d: expected '<instant> <purpose> <subject>', as list-erasures prints it; found '%s'. Nothing was applied."
                            .formatted(number, line),
                    e);
        }
    }
}
