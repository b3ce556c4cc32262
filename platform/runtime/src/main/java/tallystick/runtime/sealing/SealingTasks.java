package tallystick.runtime.sealing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tallystick.runtime.commandline.CommandLineTask;

/** What an operator does with keys while nobody is served. */
@Configuration(proxyBeanMethods = false)
class SealingTasks {
    private static final PrintStream OUT = System.out;

    @Bean
    CommandLineTask rotateMasterKey(MasterKeyRotation rotation) {
        return new CommandLineTask("rotate-master-key", "wrap every key with the current master key", _ -> {
            OUT.printf("%d keys wrapped anew; previous master keys are no longer needed.%n", rotation.run());
            return true;
        });
    }

    @Bean
    CommandLineTask listErasures(Erasures erasures) {
        return new CommandLineTask("list-erasures", "print what was erased, to be kept apart from backups", _ -> {
            OUT.print(ErasureList.print(erasures.all()));
            return true;
        });
    }

    @Bean
    CommandLineTask applyErasures(Erasures erasures) {
        return new CommandLineTask(
                "apply-erasures",
                "<file>: after a restore, erase again what the file lists",
                arguments -> apply(erasures, arguments));
    }

    private static boolean apply(Erasures erasures, List<String> arguments) throws IOException {
        if (arguments.size() != 1) {
            OUT.println("Expected one file, as list-erasures printed it; found " + arguments.size() + " arguments.");
            return false;
        }
        var list = ErasureList.read(Files.readAllLines(Path.of(arguments.getFirst())));
        OUT.printf("%d erasures listed, %d of them had come back and are erased again.%n", list.size(), erasures.applyErasures(list));
        return true;
    }
}
