package tallystick.loan.takeover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Refusal;
import tallystick.loan.takeover.ImportTable.Part;
import tallystick.loan.takeover.ImportTable.RowError;
import tallystick.runtime.operations.OperationView;
import tallystick.runtime.operations.Operations;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.MaxBody;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Portfolios of other systems over HTTP. */
@RestController
@Tag(name = "Imports", description = "Running loans of other systems.")
class ImportsController {
    private static final int LARGEST_FILE = 20 * 1024 * 1024;
    private static final int MOST_PARTS = 10_000;
    private static final int MOST_ERRORS = 1_000;

    private final ImportTable imports;
    private final Operations operations;

    ImportsController(ImportTable imports, Operations operations) {
        this.imports = imports;
        this.operations = operations;
    }

    record ImportBody(
            String portfolio,
            boolean dryRun,
            String csv,
            @Nullable Integer part) {
        Part file() {
            return new Part(portfolio, dryRun, part == null ? 1 : part);
        }
    }

    record ImportView(
            String portfolio,
            boolean dryRun,
            int parts,
            String state,
            long rows,
            long taken,
            long refused,
            List<RowError> errors) {}

    static String path(String portfolio, boolean dryRun) {
        return "/api/v1/imports/" + portfolio + (dryRun ? "?dryRun=true" : "");
    }

    @Operation(
            operationId = "importPortfolio",
            summary = "Take a running portfolio over",
            description =
                    "One loan a row: terms, what was paid, and the principal that is left, to which our arithmetic"
                        + " must come. A dry run says which rows would be refused. Repeated after a crash or a mended"
                        + " row, each loan is taken once. A larger file comes in parts, each with the head line and a"
                        + " number from 1, in any order; each begins at once.")
    @PostMapping("/api/v1/imports")
    @Allowed(Role.OPERATIONS)
    @MaxBody(LARGEST_FILE)
    @Shows(value = OperationView.class, versioned = false)
    ResponseEntity<byte[]> start(@RequestBody ImportBody body, Write write) {
        return write.once(() -> {
            check(body);
            if (!imports.keep(body.file(), body.csv())) {
                throw Refusal.of(
                                "import-differs",
                                "Another file has this name",
                                "Expected the file that was first given as %s; found another. Give mended rows another name."
                                        .formatted(body.portfolio()))
                        .asException();
            }
            imports.forget(body.file());
            return operations.start(
                    write.derivedId("op"), PortfolioImport.TYPE, PortfolioImport.asking(body.file()), write.by());
        });
    }

    private static void check(ImportBody body) {
        if (!body.portfolio().matches("[a-z][a-z0-9-]{0,30}")) {
            throw ValueNotAllowed.at(
                    "/portfolio", "not-a-name", "at most 31 lower-case letters, digits and dashes", "another text");
        }
        var part = body.part();
        if (part != null && (part < 1 || part > MOST_PARTS)) {
            throw ValueNotAllowed.at("/part", "not-allowed", "1 to " + MOST_PARTS, "" + part);
        }
        if (body.csv().indexOf(0) >= 0
                || !Row.isHead(body.csv().lines().findFirst().orElse(""))) {
            throw ValueNotAllowed.at("/csv", "wrong-head", String.join(",", Row.HEAD), "another first line");
        }
    }

    @Operation(
            operationId = "getImport",
            summary = "One import",
            description = "How far it is, and the first rows that could not be taken.")
    @GetMapping("/api/v1/imports/{portfolio}")
    @Readers
    ImportView one(@PathVariable String portfolio, @RequestParam(defaultValue = "false") boolean dryRun) {
        var now = imports.find(portfolio, dryRun).orElse(new ImportTable.Standing(0, "NONE", 0, 0, 0));
        return new ImportView(
                portfolio,
                dryRun,
                now.parts(),
                now.state(),
                now.rows(),
                now.taken(),
                now.refused(),
                imports.errors(portfolio, dryRun, MOST_ERRORS));
    }
}
