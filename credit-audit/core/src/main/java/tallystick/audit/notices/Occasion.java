package tallystick.audit.notices;

import java.util.List;
import tallystick.audit.tables.ShippedTable;

/** Why somebody is owed a notice. When, and in which words, are rows of {@code notices/laws.csv} and {@code occasions.csv}. */
enum Occasion {
    /** By the rules, or by a person who looked at the case. */
    DECLINED,
    /** Nobody lends what we would have agreed to. */
    NOT_PLACED,
    /** A lender offered other terms, and they were not taken. */
    COUNTER_OFFER;

    private static final List<List<String>> WORDS = ShippedTable.rows("/notices/occasions.csv");

    /** What stands above the reasons. */
    String head(Language language) {
        return words(language).get(2);
    }

    /** The reason that a lender is, by its name. */
    String of(String lender, Language language) {
        return words(language).get(3).formatted(lender);
    }

    /** The reason where there is no lender to name. */
    String ofNobody(Language language) {
        return words(language).get(4);
    }

    private List<String> words(Language language) {
        return WORDS.stream()
                .filter(row -> row.get(0).equals(name()) && row.get(1).equals(Law.text(language)))
                .findFirst()
                .orElseThrow();
    }
}
