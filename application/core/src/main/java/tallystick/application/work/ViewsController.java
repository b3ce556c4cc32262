package tallystick.application.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.json.WebJson;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;
import tools.jackson.core.type.TypeReference;

/** Views over HTTP: filters that somebody wants again. They are each person's own, and no fact about any loan. */
@RestController
@Tag(name = "Work")
class ViewsController {
    private static final Set<String> FILTERS = Set.of("state", "product", "waitingFor", "officer");
    private static final int MOST_VIEWS = 50;

    private final JdbcClient database;

    ViewsController(JdbcClient database) {
        this.database = database;
    }

    record ViewBody(Map<String, String> filters) {}

    record View(String name, Map<String, String> filters) {}

    record Views(List<View> items) {}

    @Operation(
            operationId = "saveView",
            summary = "Save a view",
            description = "Under a name of one's own; saving it again replaces it.")
    @PutMapping("/api/v1/views/{view}")
    @Allowed({Role.OFFICER, Role.UNDERWRITER, Role.SENIOR_UNDERWRITER, Role.OPERATIONS, Role.FINANCE})
    @Shows(value = View.class, versioned = false)
    ResponseEntity<byte[]> save(@PathVariable String view, @RequestBody ViewBody body, Write write) {
        return write.once(() -> {
            check(body.filters());
            store(write.by(), view, WebJson.get().writeValueAsString(body.filters()));
            return Said.json(200, Map.of(), new View(view, body.filters()));
        });
    }

    private static void check(Map<String, String> filters) {
        filters.forEach((name, value) -> {
            if (!FILTERS.contains(name) || !value.matches("[A-Za-z0-9._-]{1,64}")) {
                throw ValueNotAllowed.at("/filters", "not-allowed", "values of " + FILTERS, "another");
            }
        });
    }

    /** One too many replaces nothing: the oldest stay. */
    private void store(String owner, String view, String filters) {
        var stored = database.sql("""
            insert into application.views (owner, name, filters)
            select :owner, :name, cast(:filters as jsonb)
             where (select count(*) from application.views where owner = :owner and name <> :name) < :most
            on conflict (owner, name) do update set filters = excluded.filters
            """)
                .param("owner", owner)
                .param("name", view)
                .param("filters", filters)
                .param("most", MOST_VIEWS)
                .update();
        if (stored == 0) {
            throw ValueNotAllowed.at("/filters", "too-many", "at most " + MOST_VIEWS + " views", "one more");
        }
    }

    @Operation(operationId = "listViews", summary = "My views", description = "Those of the caller, by name.")
    @GetMapping("/api/v1/views")
    @Readers
    Views list(Caller caller) {
        return new Views(database.sql("select name, filters from application.views where owner = ? order by name")
                .param(caller.name())
                .query((row, _) -> new View(row.getString("name"), filters(row.getString("filters"))))
                .list());
    }

    private static Map<String, String> filters(String json) {
        return WebJson.get().readValue(json, new TypeReference<>() {});
    }
}
