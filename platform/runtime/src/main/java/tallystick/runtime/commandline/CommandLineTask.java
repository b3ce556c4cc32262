package tallystick.runtime.commandline;

import java.util.List;

/**
 * Something to do instead of serving: a bean of this type is run by {@code java -jar tallystick-server-exec.jar <name>},
 * with the database up to date but without web, processors and calendar.
 *
 * @param name one kebab-case word, such as {@code verify-record}
 * @param description half a line for the list of tasks
 */
public record CommandLineTask(String name, String description, Work work) {
    /** What a task does; it prints for a person. */
    @FunctionalInterface
    public interface Work {
        /** Does it and says whether all is well: the process ends with 0, else with 1. */
        boolean run(List<String> arguments) throws Exception;
    }
}
