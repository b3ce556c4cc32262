package tallystick.server;

import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tallystick.runtime.commandline.StartNote;
import tallystick.runtime.database.DataFolder;
import tallystick.runtime.database.DatabaseAddress;

/** Tells a person at the terminal where everything is, once it is there. */
@Component
class ReadySummary {
    private final DataFolder folder;
    private final DatabaseAddress database;
    private final ObjectProvider<StartNote> notes;

    ReadySummary(DataFolder folder, DatabaseAddress database, ObjectProvider<StartNote> notes) {
        this.folder = folder;
        this.database = database;
        this.notes = notes;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var took = event.getTimeTaken();
            System.out.println(text(web.getWebServer().getPort(), took == null ? 0 : took.toMillis()));
        }
    }

    private String text(int port, long millis) {
        var lines = new ArrayList<StartNote>();
        String address = "http://localhost:" + port;
        lines.add(new StartNote("Address", address));
        lines.add(new StartNote("API", address + "/docs"));
        lines.add(new StartNote("Data folder", folder.path().toString()));
        lines.add(new StartNote("Database", database.toString()));
        notes.orderedStream().forEach(lines::add);
        lines.add(new StartNote("Try", "a loan in ten calls: README.md, docs/walk.md"));
        var text = new StringBuilder("%nTallystick is ready, %.1f s after its start.%n".formatted(millis / 1000.0));
        lines.forEach(line -> text.append("  %-12s %s%n".formatted(line.label(), line.text())));
        return text.toString();
    }
}
