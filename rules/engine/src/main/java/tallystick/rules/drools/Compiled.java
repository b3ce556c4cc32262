package tallystick.rules.drools;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/**
 * Rules that Drools compiled to an executable model. Each has a name of its own: closing one leaves its twin alone. Off the
 * request thread, since it takes seconds the first time.
 */
public final class Compiled implements AutoCloseable {
    private static final AtomicLong NEXT = new AtomicLong();

    private final KieContainer container;
    private final SortedMap<String, byte[]> classes = new TreeMap<>();

    private Compiled(KieContainer container, InternalKieModule module) {
        this.container = container;
        module.getFileNames().stream()
                .filter(name -> name.endsWith(".class"))
                .forEach(name -> classes.put(name, module.getBytes(name)));
    }

    /** @throws IllegalStateException when it does not compile: what is given must have been checked */
    public static Compiled of(String name, List<String> sources) {
        var services = KieServices.get();
        var id = services.newReleaseId("tallystick.rules", name, Long.toString(NEXT.incrementAndGet()));
        var files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        for (var n = 0; n < sources.size(); n++) {
            files.write("src/main/resources/tallystick/rules/generated/rules%d.drl".formatted(n), sources.get(n));
        }
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException("Expected checked rules to compile; found "
                    + builder.getResults().getMessages(Message.Level.ERROR));
        }
        return forgotten(id, new Compiled(services.newKieContainer(id), (InternalKieModule) builder.getKieModule()));
    }

    /** Nobody else finds it there, and what is closed shall leave memory. */
    private static Compiled forgotten(ReleaseId id, Compiled compiled) {
        KieServices.get().getRepository().removeKieModule(id);
        return compiled;
    }

    /** What a machine would run, by path. */
    public SortedMap<String, byte[]> classes() {
        return classes;
    }

    public KieSession session() {
        return container.getKieBase().newKieSession();
    }

    @Override
    public void close() {
        container.dispose();
    }
}
