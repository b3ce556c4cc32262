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
 * Turns tables into one executable model of Drools, a rule a table. Its source holds stages and the numbers of tables, no text of a
 * cell, so that a table cannot bring code with it. Each has a name of its own: closing one set leaves its twin alone.
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
