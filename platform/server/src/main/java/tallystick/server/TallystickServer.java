package tallystick.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import tallystick.runtime.commandline.CommandLine;

/** Starts the server, or runs the task named by the first word: {@code java -jar tallystick-server-exec.jar verify-record}. */
@SpringBootApplication
public class TallystickServer {
    public static void main(String... arguments) {
        if (CommandLine.namesTask(arguments)) {
            System.exit(CommandLine.run(TallystickServer.class, arguments));
        }
        SpringApplication.run(TallystickServer.class, arguments);
    }
}
