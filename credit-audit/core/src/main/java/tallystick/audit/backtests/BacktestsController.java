package tallystick.audit.backtests;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.runtime.operations.OperationView;
import tallystick.runtime.operations.Operations;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.json.WebJson;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Backtests over HTTP. */
@RestController
@Tag(name = "Rule sets")
class BacktestsController {
    private final Recordings recordings;
    private final Operations operations;
    private final JdbcClient database;

    BacktestsController(Recordings recordings, Operations operations, JdbcClient database) {
        this.recordings = recordings;
        this.operations = operations;
        this.database = database;
    }

    @Operation(
            operationId = "backtestRuleSet",
            summary = "Judge recorded cases by a rule set",
            description = "As long work, beside live decisions: what would have come out otherwise, and why.")
    @PostMapping("/api/v1/rule-sets/{hash}/backtests")
    @Allowed({Role.RISK_AUTHOR, Role.RISK_APPROVER})
    @Shows(value = OperationView.class, versioned = false)
    ResponseEntity<byte[]> start(@PathVariable String hash, @RequestBody Period body, Write write) {
        return write.once(() -> {
            check(body);
            var input = new Backtest.Input(write.derivedId("backtest"), hash, body);
            return operations.start(
                    write.derivedId("op"), Backtest.TYPE, WebJson.get().writeValueAsString(input), write.by());
        });
    }

    private void check(Period period) {
        if (period.to().isBefore(period.from())) {
            throw ValueNotAllowed.at(
                    "/to",
                    "before-from",
                    "a day from " + period.from(),
                    period.to().toString());
        }
        var sample = period.sample();
        if (sample != null && (!sample.matches("0\\.[0-9]{1,4}|1") || period.tenThousandths() == 0)) {
            throw ValueNotAllowed.at("/sample", "not-allowed", "a fraction above 0 and up to 1", "another");
        }
        if (recordings.count(period) == 0) {
            throw new ValueNotAllowed(
                    "no-recorded-facts",
                    "Expected decisions from %s to %s with these filters; found none. Choose another period."
                            .formatted(period.from(), period.to()),
                    List.of(new Problem.At("/from", "empty-period", "a period with decisions", "none")));
        }
    }

    @Operation(
            operationId = "getBacktest",
            summary = "The report of a backtest",
            description = "Matrix of outcomes, shifts of rates and reasons, hits of rows, and the cases that flipped.")
    @GetMapping("/api/v1/rule-sets/{hash}/backtests/{backtest}")
    @Readers
    BacktestReport one(@PathVariable String hash, @PathVariable String backtest) {
        return WebJson.get().readValue(report(backtest), BacktestReport.class);
    }

    @Operation(
            operationId = "listFlippedCases",
            summary = "The flipped cases of a backtest as CSV",
            description = "One row a case, for a spreadsheet.")
    @GetMapping(path = "/api/v1/rule-sets/{hash}/backtests/{backtest}/flipped", produces = "text/csv")
    @Readers
    ResponseEntity<String> flipped(@PathVariable String hash, @PathVariable String backtest) {
        var report = WebJson.get().readValue(report(backtest), BacktestReport.class);
        return ResponseEntity.ok(report.flipped().stream()
                .map(flip -> String.join(
                        ",",
                        flip.audit(),
                        Integer.toString(flip.decision()),
                        flip.application(),
                        flip.then(),
                        flip.now(),
                        flip.reasons(),
                        flip.href()))
                .collect(Collectors.joining("\n", "audit,decision,application,then,now,reasons,href\n", "\n")));
    }

    private String report(String backtest) {
        return database.sql("select report from audit.backtests where id = ?")
                .param(backtest)
                .query(String.class)
                .single();
    }
}
