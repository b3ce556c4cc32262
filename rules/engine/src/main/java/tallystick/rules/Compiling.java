package tallystick.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tallystick.rules.drools.Compiled;

/**
 * Turns tables into one executable model of Drools, a rule a table. Its source holds stages and the numbers of tables, no text of a
 * cell, so that a table cannot bring code with it.
 */
final class Compiling {
    private final List<Table> tables;

    Compiling(List<Table> tables) {
        this.tables = tables;
    }

    Compiled run(String hash) {
        return Compiled.of(hash, List.of(source()));
    }

    private String source() {
        var head = """
            package tallystick.rules.generated
            import tallystick.rules.Inquiry
            """;
        return head + IntStream.range(0, tables.size()).mapToObj(this::rule).collect(Collectors.joining("\n"));
    }

    private String rule(int table) {
        return """
            rule "%1$d"
            when
                $inquiry : Inquiry( stage == "%2$s", isFor(%1$d) )
            then
                $inquiry.look(%1$d);
            end
            """.formatted(table, tables.get(table).stage().text());
    }
}
