package tallystick.loan.servicing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tallystick.loan.csv.ShippedFile;
import tallystick.loan.pdf.Script;

/** The words of letters in one language, from data. */
record Words(Script script, Map<String, String> words) {
    /** Languages that letters are written in. */
    enum Language {
        EN,
        ZH
    }

    static Words in(Language language) {
        var column = language == Language.EN ? 1 : 2;
        return new Words(
                language == Language.EN ? Script.LATIN : Script.CHINESE,
                ShippedFile.lines("/letters/words.csv")
                        .collect(Collectors.toMap(cells -> cells[0], cells -> cells[column])));
    }

    String of(String word) {
        return Objects.requireNonNull(words.get(word), word);
    }

    List<String> all(String... wanted) {
        return Arrays.stream(wanted).map(this::of).toList();
    }
}
