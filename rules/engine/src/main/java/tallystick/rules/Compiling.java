package tallystick.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** Turns tables into one executable model of Drools, under a name that follows from the content. */
final class Compiling {
    private final List<Table> tables;
    private final String hash;

    Compiling(List<Table> tables, String hash) {
        this.tables = tables;
        this.hash = hash;
    }

    ReleaseId id() {
        return KieServices.get().newReleaseId("tallystick.rules", "set", hash);
    }

    KieContainer run() {
        var services = KieServices.get();
        var files = services.newKieFileSystem();
        files.generateAndWritePomXML(id());
        files.write("src/main/resources/tallystick/rules/generated/tables.drl", source());
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException("Expected checked tables to compile; found "
                    + builder.getResults().getMessages(Message.Level.ERROR));
        }
        return services.newKieContainer(id());
    }

    private String source() {
        var head = """
            package tallystick.rules.generated
            import tallystick.rules.FactSheet
            import tallystick.rules.Hits
            """;
        return head + IntStream.range(0, tables.size()).mapToObj(this::rules).collect(Collectors.joining("\n"));
    }

    private String rules(int table) {
        var stage = tables.get(table).stage().text();
        return tables.get(table).lines().stream()
                .map(line -> """
                    rule "%d/%d" agenda-group "%s"
                    when
                        FactSheet( %s )
                        $hits : Hits()
                    then
                        $hits.add(%d, %d);
                    end
                    """.formatted(table, line.number(), stage, constraints(line), table, line.number()))
                .collect(Collectors.joining());
    }

    private static String constraints(Table.Line line) {
        return line.conditions().stream().map(Condition::asConstraint).collect(Collectors.joining(", "));
    }
}
