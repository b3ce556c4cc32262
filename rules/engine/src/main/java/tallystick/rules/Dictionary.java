package tallystick.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/** The facts that rules may look at, with their types: {@code facts.csv} of the rule set. */
record Dictionary(Map<String, Type> types) {
    enum Type {
        NUMBER,
        WORD
    }

    static final String FILE = "facts.csv";

    static Dictionary of(RuleFiles files, Complaints complaints) {
        var types = new LinkedHashMap<String, Type>();
        var text = files.files().get(FILE);
        if (text == null) {
            complaints.add(
                    FILE,
                    1,
                    1,
                    "missing",
                    "There is no dictionary of facts.",
                    "Add facts.csv with name,type,description.");
            return new Dictionary(types);
        }
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var cells = Csv.cells(line);
            if (number > 1 && cells.size() >= 2) {
                types.put(cells.get(0), cells.get(1).equals("number") ? Type.NUMBER : Type.WORD);
            }
        }
        return new Dictionary(types);
    }
}
