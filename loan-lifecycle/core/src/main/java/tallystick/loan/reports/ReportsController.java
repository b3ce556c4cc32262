package tallystick.loan.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.loan.csv.Csv;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.web.door.Readers;

/** Reports over HTTP, as JSON and as tables. */
@RestController
@Readers
@Tag(name = "Reports", description = "Portfolios as of any day.")
class ReportsController {
    private static final String ROOT = "/api/v1/reports/{jurisdiction}/";
    private static final int USUAL_DAYS = 30;

    private final Portfolios portfolios;
    private final Compliance compliance;
    private final ClassReport classes;
    private final BusinessDays days;

    ReportsController(Portfolios portfolios, Compliance compliance, ClassReport classes, BusinessDays days) {
        this.portfolios = portfolios;
        this.compliance = compliance;
        this.classes = classes;
        this.days = days;
    }

    record PortfolioReport(LocalDate asOf, List<Portfolios.Bucketed> items) {}

    @Operation(
            operationId = "reportPortfolio",
            summary = "Loans and principal by bucket",
            description = "As the closes by that day had found them. Also as text/csv.")
    @GetMapping(path = ROOT + "portfolio", produces = MediaType.APPLICATION_JSON_VALUE)
    PortfolioReport portfolio(@PathVariable String jurisdiction, @RequestParam @Nullable LocalDate asOf) {
        var day = days.orToday(asOf, jurisdiction);
        return new PortfolioReport(day, portfolios.byBucket(jurisdiction, day));
    }

    @Operation(hidden = true)
    @GetMapping(path = ROOT + "portfolio", produces = Csv.TYPE)
    String portfolioTable(@PathVariable String jurisdiction, @RequestParam @Nullable LocalDate asOf) {
        return Csv.of("product", "bucket", "currency", "loans", "principal")
                .rows(
                        portfolios.byBucket(jurisdiction, days.orToday(asOf, jurisdiction)),
                        row -> List.of(row.product(), row.bucket(), row.currency(), row.loans(), row.principal()))
                .toString();
    }

    record RegulatoryReport(LocalDate asOf, List<ClassReport.InClass> items) {}

    @Operation(
            operationId = "reportRegulatoryClasses",
            summary = "Loans and principal by regulatory class",
            description =
                    "Of loans that ran on the day, by how late each was or as two people classed it. Also as text/csv.")
    @GetMapping(path = ROOT + "regulatory-classes", produces = MediaType.APPLICATION_JSON_VALUE)
    RegulatoryReport regulatoryClasses(@PathVariable String jurisdiction, @RequestParam @Nullable LocalDate asOf) {
        var day = days.orToday(asOf, jurisdiction);
        return new RegulatoryReport(day, classes.byClass(jurisdiction, day));
    }

    @Operation(hidden = true)
    @GetMapping(path = ROOT + "regulatory-classes", produces = Csv.TYPE)
    String regulatoryTable(@PathVariable String jurisdiction, @RequestParam @Nullable LocalDate asOf) {
        return Csv.of("product", "class", "currency", "loans", "principal")
                .rows(
                        classes.byClass(jurisdiction, days.orToday(asOf, jurisdiction)),
                        row -> List.of(
                                row.product(), row.regulatoryClass(), row.currency(), row.loans(), row.principal()))
                .toString();
    }

    record RollReport(LocalDate from, LocalDate asOf, List<Portfolios.Roll> items) {}

    @Operation(
            operationId = "reportRolls",
            summary = "Moves between buckets",
            description = "After one day and up to another; thirty days when the first is absent. Also as text/csv.")
    @GetMapping(path = ROOT + "rolls", produces = MediaType.APPLICATION_JSON_VALUE)
    RollReport rolls(
            @PathVariable String jurisdiction,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate asOf) {
        var to = days.orToday(asOf, jurisdiction);
        var after = from == null ? to.minusDays(USUAL_DAYS) : from;
        return new RollReport(after, to, portfolios.rolls(jurisdiction, after, to));
    }

    @Operation(hidden = true)
    @GetMapping(path = ROOT + "rolls", produces = Csv.TYPE)
    String rollTable(
            @PathVariable String jurisdiction,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate asOf) {
        return Csv.of("from", "to", "currency", "loans", "principal")
                .rows(
                        rolls(jurisdiction, from, asOf).items(),
                        row -> List.of(row.from(), row.to(), row.currency(), row.loans(), row.principal()))
                .toString();
    }

    record VintageReport(LocalDate asOf, List<Portfolios.Vintage> items) {}

    @Operation(
            operationId = "reportVintages",
            summary = "Loans by month of booking",
            description =
                    "How many were ever late, and late on the first payment; by month alone, or by dealer, officer or"
                            + " rule set too. Also as text/csv.")
    @GetMapping(path = ROOT + "vintages", produces = MediaType.APPLICATION_JSON_VALUE)
    VintageReport vintages(
            @PathVariable String jurisdiction,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "MONTH") Portfolios.By by) {
        var day = days.orToday(asOf, jurisdiction);
        return new VintageReport(day, portfolios.vintages(jurisdiction, day, by));
    }

    @Operation(hidden = true)
    @GetMapping(path = ROOT + "vintages", produces = Csv.TYPE)
    String vintageTable(
            @PathVariable String jurisdiction,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "MONTH") Portfolios.By by) {
        return Csv.of("month", "product", "origin", "loans", "everLate", "ever30", "ever90", "firstPaymentDefault")
                .rows(
                        portfolios.vintages(jurisdiction, days.orToday(asOf, jurisdiction), by),
                        row -> List.of(
                                row.month(),
                                row.product(),
                                text(row.origin()),
                                row.loans(),
                                row.everLate(),
                                row.ever30(),
                                row.ever90(),
                                row.firstPaymentDefault()))
                .toString();
    }

    record CapReport(LocalDate asOf, List<Compliance.Capped> items) {}

    @Operation(
            operationId = "reportCapCompliance",
            summary = "What running loans cost, and what they may",
            description =
                    "Of the loans that ran on the day, against the cap of the day each was booked: by contract, or by"
                            + " what was really charged and paid where fees or new terms came on top. As text/csv, each"
                            + " loan, those above their cap first.")
    @GetMapping(path = ROOT + "cap-compliance", produces = MediaType.APPLICATION_JSON_VALUE)
    CapReport capCompliance(@PathVariable String jurisdiction, @RequestParam @Nullable LocalDate asOf) {
        var day = days.orToday(asOf, jurisdiction);
        return new CapReport(day, compliance.byCap(jurisdiction, day));
    }

    @Operation(hidden = true)
    @GetMapping(path = ROOT + "cap-compliance", produces = Csv.TYPE)
    String capTable(@PathVariable String jurisdiction, @RequestParam @Nullable LocalDate asOf) {
        return Csv.of("loan", "product", "bookedOn", "cap", "highest", "cost", "above")
                .rows(
                        compliance.loans(jurisdiction, days.orToday(asOf, jurisdiction)),
                        row -> List.of(
                                row.loan(),
                                row.product(),
                                row.bookedOn(),
                                text(row.cap()),
                                text(row.highest()),
                                text(row.cost()),
                                row.above()))
                .toString();
    }

    private static Object text(@Nullable Object cell) {
        return cell == null ? "" : cell;
    }

    record InFlightReport(LocalDate asOf, List<Portfolios.InFlight> items) {}

    @Operation(
            operationId = "reportInFlight",
            summary = "Money in transit and in suspense by age",
            description = "What stands there, by when it came; what went out took the oldest first. Of all books, since"
                    + " money that nobody has identified has no market: the jurisdiction says whose business date"
                    + " counts. Also as text/csv.")
    @GetMapping(path = ROOT + "in-flight", produces = MediaType.APPLICATION_JSON_VALUE)
    InFlightReport inFlight(@PathVariable String jurisdiction, @RequestParam @Nullable LocalDate asOf) {
        var day = days.orToday(asOf, jurisdiction);
        return new InFlightReport(day, portfolios.inFlight(day));
    }

    @Operation(hidden = true)
    @GetMapping(path = ROOT + "in-flight", produces = Csv.TYPE)
    String inFlightTable(@PathVariable String jurisdiction, @RequestParam @Nullable LocalDate asOf) {
        return Csv.of("books", "account", "currency", "ageDays", "balance")
                .rows(
                        portfolios.inFlight(days.orToday(asOf, jurisdiction)),
                        row -> List.of(row.books(), row.account(), row.currency(), row.ageDays(), row.balance()))
                .toString();
    }
}
