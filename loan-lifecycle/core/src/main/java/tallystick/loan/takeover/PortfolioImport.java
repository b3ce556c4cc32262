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
import tallystick.loan.takeover.ImportTable.RowError;
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

    /** What was asked for. */
    record Ask(String portfolio, boolean dryRun) {
        String json() {
            return WebJson.get().writeValueAsString(this);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String run(Work work) {
        var ask = WebJson.get().readValue(work.input(), Ask.class);
        var lines = imports.text(ask.portfolio(), ask.dryRun()).lines().skip(1).toList();
        var from = work.reached().isEmpty() ? 0 : Integer.parseInt(work.reached());
        for (; from < lines.size(); from += CHUNK) {
            work.report(from, lines.size(), Integer.toString(from));
            var to = Math.min(lines.size(), from + CHUNK);
            chunk(ask, from, lines.subList(from, to), work.by());
            imports.done(ask.portfolio(), ask.dryRun(), to, "RUNNING");
        }
        imports.done(ask.portfolio(), ask.dryRun(), lines.size(), "SUCCEEDED");
        return ImportsController.path(ask.portfolio(), ask.dryRun());
    }

    private void chunk(Ask ask, int from, List<String> lines, String by) {
        var commands = new ArrayList<ImportLoan>();
        var rows = new ArrayList<Integer>();
        for (var i = 0; i < lines.size(); i++) {
            try {
                var row = Row.parse(from + i + 1, lines.get(i));
                commands.add(command(ask.portfolio(), row, by));
                rows.add(row.nr());
            } catch (RuntimeException wrong) {
                note(ask, from + i + 1, "", String.valueOf(wrong.getMessage()));
            }
        }
        var refusals = ask.dryRun() ? takeover.check(commands) : takeover.take(commands);
        for (var i = 0; i < commands.size(); i++) {
            var refusal = refusals.get(i);
            if (!refusal.isEmpty()) {
                note(ask, rows.get(i), commands.get(i).reference(), refusal);
            }
        }
    }

    private void note(Ask ask, int row, String reference, String why) {
        imports.note(ask.portfolio(), ask.dryRun(), new RowError(row, reference, why));
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
