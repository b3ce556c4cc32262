package tallystick.runtime.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tallystick.runtime.commandline.CommandLineTask;
import tallystick.runtime.commandline.Terminal;

/** What an operator does with keys while nobody is served. */
@Configuration(proxyBeanMethods = false)
class SealingTasks {
    @Bean
    CommandLineTask rotateMasterKey(MasterKeyRotation rotation) {
        return new CommandLineTask("rotate-master-key", "wrap every key with the current master key", _ -> {
            Terminal.say("%d keys wrapped anew; previous master keys are no longer needed.".formatted(rotation.run()));
            return true;
        });
    }

    @Bean
    CommandLineTask listErasures(Erasures erasures) {
        return new CommandLineTask("list-erasures", "print what was erased, to be kept apart from backups", _ -> {
            Terminal.say(ErasureList.print(erasures.all()).stripTrailing());
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
            Terminal.say("Expected one file, as list-erasures printed it; found " + arguments.size() + " arguments.");
            return false;
        }
        var list = ErasureList.read(Files.readAllLines(Path.of(arguments.getFirst())));
        Terminal.say("%d erasures listed, %d of them had come back and are erased again."
                .formatted(list.size(), erasures.applyErasures(list)));
        return true;
    }
}
