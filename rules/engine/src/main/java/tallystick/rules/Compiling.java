package tallystick.rules;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * Turns tables into one executable model of Drools. Its source holds stages and the numbers of tables and rows, no text of a cell, so
 * that a table cannot bring code with it. Each has a name of its own: closing one set leaves its twin alone.
 */
final class Compiling {
    private static final AtomicLong NEXT = new AtomicLong();

    private final List<Table> tables;
    private final ReleaseId id;

    Compiling(List<Table> tables, String hash) {
        this.tables = tables;
        this.id = KieServices.get().newReleaseId("tallystick.rules", hash, Long.toString(NEXT.incrementAndGet()));
    }

    ReleaseId id() {
        return id;
    }

    KieContainer run() {
        var services = KieServices.get();
        var files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        files.write("src/main/resources/tallystick/rules/generated/tables.drl", source());
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException("Expected checked tables to compile; found "
                    + builder.getResults().getMessages(Message.Level.ERROR));
        }
        return services.newKieContainer(id);
    }

    private String source() {
        var head = """
            package tallystick.rules.generated
            import tallystick.rules.Inquiry
            """;
        return head + IntStream.range(0, tables.size()).mapToObj(this::rules).collect(Collectors.joining("\n"));
    }

    private String rules(int table) {
        var stage = tables.get(table).stage().text();
        return IntStream.range(0, tables.get(table).lines().size())
                .mapToObj(row -> """
                    rule "%1$d/%2$d"
                    when
                        $inquiry : Inquiry( stage == "%3$s", isFor(%1$d), holds(%1$d, %2$d) )
                    then
                        $inquiry.hit(%1$d, %2$d);
                    end
                    """.formatted(table, row, stage))
                .collect(Collectors.joining());
    }
}
