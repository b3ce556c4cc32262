package tallystick.audit.backtests;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tallystick.runtime.web.door.Readers;

/** What shadows said, over HTTP. */
@RestController
@Readers
@Tag(name = "Rule sets")
class ShadowsController {
    private static final int NEWEST = 200;

    private final JdbcClient database;

    ShadowsController(JdbcClient database) {
        this.database = database;
    }

    /** Cases by live and shadow outcome, and the newest that differ. */
    record ShadowView(String hash, long judged, Map<String, Long> matrix, List<Differing> differing) {}

    record Differing(String audit, int decision, String live, String shadow, String reasons) {}

    private record Counted(String live, String shadow, long cases) {}

    @Operation(
            operationId = "getShadow",
            summary = "What a shadow said",
            description = "How often it agreed with the decision, and the newest cases where it did not.")
    @GetMapping("/api/v1/rule-sets/{hash}/shadow")
    ShadowView one(@PathVariable String hash) {
        var matrix = new TreeMap<String, Long>();
        database.sql("select live, shadow, count(*) as cases from audit.shadow_judgements_v1"
                        + " where rule_set = ? group by live, shadow")
                .param(hash)
                .query(Counted.class)
                .list()
                .forEach(counted -> matrix.put(counted.live + ">" + counted.shadow, counted.cases));
        var differing = database.sql("select audit, nr as decision, live, shadow, reasons"
                        + " from audit.shadow_judgements_v1 where rule_set = ? and live <> shadow"
                        + " order by decided_at desc limit ?")
                .params(hash, NEWEST)
                .query(Differing.class)
                .list();
        return new ShadowView(
                hash, matrix.values().stream().mapToLong(Long::longValue).sum(), matrix, differing);
    }
}
