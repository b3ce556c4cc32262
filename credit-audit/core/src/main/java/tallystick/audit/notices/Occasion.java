package tallystick.audit.notices;

import java.util.List;
import tallystick.audit.tables.ShippedTable;

/** Why somebody is owed a notice. When, and in which words, are rows of {@code notices/laws.csv} and {@code occasions.csv}. */
enum Occasion {
    /** By the rules, by a person who looked at the case, or because what was asked for did not come. */
    DECLINED,
    /** Nobody lends what we would have agreed to. */
    NOT_PLACED,
    /** A lender offered other terms, and they were not taken. */
    COUNTER_OFFER,
    /** The applicant has to bring something first. */
    INCOMPLETE;

    private static final List<List<String>> ROWS = ShippedTable.rows("/notices/occasions.csv");

    /**
     * What is said in one language.
     *
     * @param head stands above the reasons
     * @param one the reason that somebody or something is, by its name
     * @param because the same, with what they say themselves
     * @param nobody the reason where there is nobody to name
     * @param otherwise what happens when nothing comes by a day
     */
    record Words(String title, String head, String one, String because, String nobody, String otherwise) {}

    Words in(Language language) {
        return ROWS.stream()
                .filter(row -> row.get(0).equals(name()) && row.get(1).equals(Law.text(language)))
                .map(row -> new Words(row.get(2), row.get(3), row.get(4), row.get(5), row.get(6), row.get(7)))
                .findFirst()
                .orElseThrow();
    }
}
