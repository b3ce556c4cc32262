package tallystick.runtime.commandline;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;

/** Tells a task from a start of the server, and runs it. */
public final class CommandLine {
    private static final Logger log = LoggerFactory.getLogger(CommandLine.class);

    private static final Map<String, Object> ALONE = Map.of(
            "tallystick.processing.enabled", "false",
            "tallystick.calendar.enabled", "false",
            "logging.level.root", "warn");

    private CommandLine() {}

    /** Whether the arguments begin with a task's name rather than with settings. */
    public static boolean namesTask(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /** Runs the named task and answers the exit code. Words with dashes are settings, the others the task's arguments. */
    public static int run(Class<?> application, String... arguments) {
        var spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        spring.setLazyInitialization(true); // Only what the task needs is made: no controller, no worker.
        spring.setDefaultProperties(ALONE);
        var settings =
                Stream.of(arguments).filter(word -> word.startsWith("--")).toArray(String[]::new);
        var words = Stream.of(arguments).filter(word -> !word.startsWith("--")).toList();
        try (var context = spring.run(settings)) {
            return run(context, words.getFirst(), words.subList(1, words.size()));
        }
    }

    private static int run(ApplicationContext context, String name, List<String> arguments) {
        var tasks = context.getBeanProvider(CommandLineTask.class).stream().toList();
        var task = tasks.stream().filter(each -> each.name().equals(name)).findFirst();
        if (task.isEmpty()) {
            System.err.println(unknown(name, tasks));
            return 1;
        }
        try {
            return task.get().work().run(arguments) ? 0 : 1;
        } catch (Exception e) {
            log.error("Task {} failed.", name, e);
            return 1;
        }
    }

    private static String unknown(String name, List<CommandLineTask> tasks) {
        var text = new StringBuilder("There is no task '%s'. Without a task the server starts. Tasks:".formatted(name));
        for (var task : tasks) {
            text.append("%n  %-24s %s".formatted(task.name(), task.description()));
        }
        return text.append(tasks.isEmpty() ? " none." : "").toString();
    }
}
