package tallystick.loan.takeover;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.Ids;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.LoanId;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.LoanCommand.ImportLoan;
import tallystick.loan.days.BusinessDays;
import tallystick.loan.servicing.Takeover;
import tallystick.loan.takeover.ImportTable.Part;
import tallystick.runtime.operations.Work;
import tallystick.runtime.operations.WorkType;
import tallystick.runtime.web.json.WebJson;

/**
 * Takes one file over, some hundred rows at a time. A loan's id follows from portfolio and reference: a row that was taken
 * before a crash is not taken again after it. A row that cannot be taken is noted, and the others go on.
 */
final class PortfolioImport implements WorkType {
    static final String TYPE = "PORTFOLIO_IMPORT";
    private static final int CHUNK = 500;
    private static final Allocation ALLOCATION = new Allocation(
            List.of("PENALTY_FEE_INTEREST_PRINCIPAL"), Allocation.Across.ROWS, Allocation.Future.NEXT_ROW);

    private final ImportTable imports;
    private final Takeover takeover;
    private final BusinessDays days;
    private final InstantSource clock;

    PortfolioImport(ImportTable imports, Takeover takeover, BusinessDays days, InstantSource clock) {
        this.imports = imports;
        this.takeover = takeover;
        this.days = days;
        this.clock = clock;
    }

    static String asking(Part file) {
        return WebJson.get().writeValueAsString(file);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String run(Work work) {
        var file = WebJson.get().readValue(work.input(), Part.class);
        var lines = imports.text(file).lines().skip(1).toList();
        var from = work.reached().isEmpty() ? 0 : Integer.parseInt(work.reached());
        for (; from < lines.size(); from += CHUNK) {
            work.report(from, lines.size(), Integer.toString(from));
            var to = Math.min(lines.size(), from + CHUNK);
            chunk(file, from, lines.subList(from, to), work.by());
            imports.done(file, to, "RUNNING");
        }
        imports.done(file, lines.size(), "SUCCEEDED");
        return ImportsController.path(file.portfolio(), file.dryRun());
    }

    private void chunk(Part file, int from, List<String> lines, String by) {
        var commands = new ArrayList<ImportLoan>();
        var rows = new ArrayList<Integer>();
        for (var i = 0; i < lines.size(); i++) {
            try {
                var row = Row.parse(from + i + 1, lines.get(i));
                commands.add(command(file.portfolio(), row, by));
                rows.add(row.nr());
            } catch (RuntimeException wrong) {
                imports.note(file, from + i + 1, "", String.valueOf(wrong.getMessage()));
            }
        }
        var refusals = file.dryRun() ? takeover.check(commands) : takeover.take(commands);
        for (var i = 0; i < commands.size(); i++) {
            var refusal = refusals.get(i);
            if (!refusal.isEmpty()) {
                imports.note(file, rows.get(i), commands.get(i).reference(), refusal);
            }
        }
    }

    private ImportLoan command(String portfolio, Row row, String by) {
        return new ImportLoan(
                new LoanId(Ids.derived(LoanId.KIND, "import", portfolio, row.reference())),
                portfolio,
                row.reference(),
                new ApplicationId(Ids.derived(ApplicationId.KIND, "import", portfolio, row.reference())),
                new PartyId(row.borrower()),
                ProductId.named(row.product()),
                1,
                Jurisdiction.named(row.jurisdiction()).name(),
                new BankId(row.bank()),
                row.terms(),
                ALLOCATION,
                row.payments(),
                row.outstanding(),
                days.today(row.jurisdiction()),
                by,
                clock.instant(),
                row.funding());
    }
}
