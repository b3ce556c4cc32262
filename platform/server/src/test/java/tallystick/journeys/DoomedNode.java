package tallystick.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tallystick.server.TallystickServer;

/**
 * A node that does what it reads and stands still where it is to be killed:
 *
 * <pre>{@code
 * die 7 before append bank.SubmissionStarted
 * pay-out 0 40 2026-01-05
 * collect 0 40 2026-01-05
 * }</pre>
 *
 * It answers {@code at <moment>} once it is there, and {@code told <line>} when every command of a line was acknowledged.
 */
final class DoomedNode {
    private final PrintStream says;
    private final LoansInFlight loans;

    private DoomedNode(PrintStream says, ConfigurableApplicationContext node) {
        this.says = says;
        this.loans = new LoansInFlight(node);
    }

    public static void main(String... settings) throws IOException, SQLException {
        var says = System.out;
        System.setOut(System.err);
        WatchedDriver.install();
        var node = new SpringApplicationBuilder(TallystickServer.class).run(settings);
        new DoomedNode(says, node).obey();
    }

    private void obey() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", 3);
                if (words[0].equals("die")) {
                    Moments.dieAt(words[2], Integer.parseInt(words[1]), moment -> say("at " + moment));
                } else {
                    work(line, line.split(" ", -1));
                }
            }
        }
    }

    private void work(String line, String[] words) {
        var from = Integer.parseInt(words[1]);
        var to = Integer.parseInt(words[2]);
        var day = LocalDate.parse(words[3]);
        if (words[0].equals("pay-out")) {
            loans.payOut(from, to, day);
        } else {
            loans.collect(from, to, day);
        }
        say("told " + line);
    }

    private synchronized void say(String line) {
        says.println(line);
        says.flush();
    }
}
