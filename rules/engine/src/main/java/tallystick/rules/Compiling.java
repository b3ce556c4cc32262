package tallystick.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tallystick.rules.drools.Compiled;

/**
 * Turns tables into one executable model of Drools: a rule for all tables of a stage that are for the same cases. Its source
 * holds stages and the numbers of tables, no text of a cell, so that a table cannot bring code with it.
 */
final class Compiling {
    private final List<Table> tables;

    Compiling(List<Table> tables) {
        this.tables = tables;
    }

    /** What tables of one rule share. */
    private record Group(Stage stage, List<Condition> scope) {}

    Compiled run(String hash) {
        return Compiled.of(hash, List.of(source()));
    }

    private String source() {
        var head = """
            package tallystick.rules.generated
            import tallystick.rules.Inquiry
            """;
        return head
                + groups().entrySet().stream()
                        .map(group -> rule(group.getKey().stage(), group.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private Map<Group, List<Integer>> groups() {
        return IntStream.range(0, tables.size())
                .boxed()
                .collect(Collectors.groupingBy(this::group, LinkedHashMap::new, Collectors.toList()));
    }

    private Group group(int table) {
        return new Group(tables.get(table).stage(), tables.get(table).scope());
    }

    private static String rule(Stage stage, List<Integer> tables) {
        return """
            rule "%1$d"
            when
                $inquiry : Inquiry( stage == "%2$s", isFor(%1$d) )
            then
            %3$s
            end
            """.formatted(
                        tables.getFirst(),
                        stage.text(),
                        tables.stream().map("    $inquiry.look(%d);"::formatted).collect(Collectors.joining("\n")));
    }
}
