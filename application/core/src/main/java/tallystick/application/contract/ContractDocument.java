package tallystick.application.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import tallystick.application.api.Offer;
import tallystick.application.contract.Paper.Cell;
import tallystick.application.lifecycle.Application;
import tallystick.application.market.Market;
import tallystick.loan.api.Terms;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.JsonNode;

/**
 * A contract as PDF, in the languages of its market: who, what, every row and yield. The same offer gives the same bytes,
 * so its hash can be computed again.
 */
final class ContractDocument {
    private static final float LEFT = 60;
    private static final float SECOND = 260;
    private static final float[] COLUMNS = {60, 130, 240, 330, 430, 535};
    private static final String[] MEMBERS = {"nr", "due", "principal", "interest", "total", "balance"};

    private final Application application;
    private final Offer offer;
    private final Words words;
    private final Paper paper;

    private ContractDocument(Application application, Offer offer, Paper paper) {
        this.application = application;
        this.offer = offer;
        this.paper = paper;
        var jurisdiction = application.submitted().agreement().jurisdiction();
        this.words = Words.in(Market.named(jurisdiction).languages());
    }

    static byte[] of(Application application, Offer offer) {
        try (var paper = new Paper()) {
            var contract = new ContractDocument(application, offer, paper);
            contract.parties();
            contract.terms();
            contract.rows(WebJson.get().readTree(offer.quote()).path("rows"));
            contract.yields(WebJson.get().readTree(offer.quote()).path("yields"));
            return paper.bytes(offer.hash().substring(0, 32));
        } catch (IOException failed) {
            throw new UncheckedIOException("Expected to make the contract of " + application.id() + ".", failed);
        }
    }

    private void parties() throws IOException {
        var handedIn = application.submitted();
        var applicant = application.draft().applicant();
        paper.line(Cell.from(LEFT, words.of("title")));
        paper.gap();
        say("application", application.id().value());
        say(
                "borrower",
                handedIn.applicant() + "  "
                        + (applicant == null ? "" : applicant.shown().name()));
        for (var other : handedIn.others()) {
            say(
                    switch (other.liability()) {
                        case BORROWER -> "coBorrower";
                        case SURETY -> "surety";
                    },
                    other.party().value());
        }
        say("lender", offer.bank().value());
    }

    private void terms() throws IOException {
        var handedIn = application.submitted();
        say("product", "%s, %d".formatted(handedIn.product().name(), handedIn.productVersion()));
        say("amount", offer.amount().toString());
        say("annualRate", offer.annualRate().toString());
        say("count", Integer.toString(offer.count()));
        say("offer", "%d, %s".formatted(offer.nr(), offer.hash().substring(0, 32)));
        var collateral = application.draft().collateral();
        if (collateral != null) {
            say("collateral", "%s %s, %s".formatted(collateral.kind(), collateral.shown(), collateral.value()));
        }
        var dealer = application.draft().dealer();
        if (dealer != null) {
            say("dealer", dealer.name());
        }
        for (var line : WhenLate.of(WebJson.get().readValue(offer.terms(), Terms.class))) {
            say(line.key(), line.value());
        }
        var agreement = handedIn.agreement();
        if (agreement.coolingOffDays() > 0) {
            say("coolingOff", Integer.toString(agreement.coolingOffDays()));
        }
        var conditions = Objects.requireNonNullElse(agreement.conditions(), List.<String>of());
        if (!conditions.isEmpty()) {
            say("conditions", String.join(", ", conditions));
        }
        paper.gap();
    }

    private void say(String key, String value) throws IOException {
        paper.line(Cell.from(LEFT, words.of(key)), Cell.from(SECOND, value));
    }

    private void rows(JsonNode rows) throws IOException {
        row(words::of);
        for (var row : rows) {
            if (row.path("type").asString("").equals("INSTALLMENT")) {
                row(member -> row.path(member).asString(""));
            }
        }
        paper.gap();
    }

    private void row(UnaryOperator<String> text) throws IOException {
        var cells = new Cell[MEMBERS.length];
        for (var n = 0; n < cells.length; n++) {
            cells[n] = new Cell(COLUMNS[n], n > 1, text.apply(MEMBERS[n]));
        }
        paper.line(cells);
    }

    private void yields(JsonNode yields) throws IOException {
        for (var yield : yields.properties()) {
            say(yield.getKey(), yield.getValue().asString("-"));
        }
    }
}
