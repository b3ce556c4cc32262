package tallystick.rules;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The facts that rules may look at, with their types: {@code facts.csv} of the rule set. */
record Dictionary(Map<String, Type> types, Map<String, Integer> places) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,63}");

    /** Protected by law in one place or another: no rule may look at them. */
    private static final Pattern FORBIDDEN = Pattern.compile("(?i)(.*\\.)?(sex|gender|marital.*|religion|race|ethnic.*"
            + "|nationality|health|union.*|politic.*|sexual.*|children|pregnan.*|publicAssistance|nativePlace"
            + "|socialNetwork.*|postcode)(\\..*)?");

    /** Where a fact that nobody knows stands. */
    static final int NOWHERE = -1;

    enum Type {
        NUMBER,
        WORD
    }

    static final String FILE = "facts.csv";

    /** What an evaluation works out itself. */
    static final Set<String> DERIVED = Set.of("score", "grade", "limit", "amountToLimit", "rate");

    boolean isNumber(String fact) {
        return types.get(fact) == Type.NUMBER;
    }

    private static Dictionary of(Map<String, Type> types) {
        var places = new HashMap<String, Integer>();
        types.keySet().forEach(fact -> places.put(fact, places.size()));
        return new Dictionary(types, places);
    }

    /** Its number among the facts, so that rows need not look it up by name. */
    int place(String fact) {
        return places.getOrDefault(fact, NOWHERE);
    }

    static Dictionary of(RuleFiles files, Complaints complaints) {
        var types = new LinkedHashMap<String, Type>();
        var text = files.files().get(FILE);
        if (text == null) {
            complaints.add(
                    FILE,
                    1,
                    "missing",
                    "There is no dictionary of facts.",
                    "Add facts.csv with name,type,description.");
            return of(types);
        }
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var cells = Csv.cells(line);
            if (number > 1 && !line.isBlank() && !line.startsWith("#")) {
                define(types, cells, number, complaints);
            }
        }
        return of(types);
    }

    private static void define(Map<String, Type> types, List<String> cells, int line, Complaints complaints) {
        var name = cells.getFirst();
        var type = cells.size() < 2 ? "" : cells.get(1);
        if (!NAME.matcher(name).matches()
                || types.containsKey(name)
                || !List.of("number", "word").contains(type)) {
            complaints.add(
                    FILE,
                    line,
                    "not-a-fact",
                    "The line defines no fact of its own.",
                    "Write a new name such as applicant.age, then number or word, then what it means.");
            return;
        }
        if (FORBIDDEN.matcher(name).matches()) {
            complaints.add(
                    FILE,
                    line,
                    "forbidden-fact",
                    "The fact %s must not decide about credit.".formatted(name),
                    "Take it out; the law forbids decisions that rest on it.");
        }
        types.put(name, type.equals("number") ? Type.NUMBER : Type.WORD);
    }
}
