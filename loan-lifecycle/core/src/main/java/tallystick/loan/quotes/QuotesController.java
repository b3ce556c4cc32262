package tallystick.loan.quotes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.loan.api.Quote;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.TermsRefused;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;

/** Quotes and simulations over HTTP. Stateless: nothing is kept. */
@RestController
@Readers
@Tag(name = "Quotes", description = "Any schedule and any allocation, without a loan.")
class QuotesController {
    private final Quoting quoting;

    QuotesController(Quoting quoting) {
        this.quoting = quoting;
    }

    /** What is quoted. */
    record QuoteBody(Terms terms) {}

    @Operation(
            operationId = "quote",
            summary = "Quote terms",
            description = "Rows, totals and yields of the terms. Nothing is stored.")
    @PostMapping("/api/v1/quotes")
    Quote quote(@RequestBody QuoteBody body) {
        return named("/terms/", () -> quoting.of(body.terms()));
    }

    @Operation(
            operationId = "simulate",
            summary = "Simulate a loan",
            description = "Terms and dated facts in; rows, what each fact paid, and the position of a day out.")
    @PostMapping("/api/v1/simulations")
    SimulationView simulate(@RequestBody SimulationBody body) {
        return named("/", () -> Simulating.of(body));
    }

    /** The engine names fields with dots; callers get pointers. */
    private static <T> T named(String root, Supplier<T> work) {
        try {
            return work.get();
        } catch (TermsRefused no) {
            var inTerms = root.equals("/")
                    && !no.field().startsWith("allocation")
                    && !no.field().startsWith("facts");
            var pointer = (inTerms ? "/terms/" : root) + no.field().replace('.', '/');
            throw new ValueNotAllowed(
                    String.valueOf(no.getMessage()),
                    List.of(new Problem.At(pointer, no.code(), no.expected(), no.found())));
        }
    }
}
