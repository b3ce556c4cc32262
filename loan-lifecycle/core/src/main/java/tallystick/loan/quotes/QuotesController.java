package tallystick.loan.quotes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.loan.api.Quote;
import tallystick.loan.api.Terms;
import tallystick.runtime.security.Keyless;
import tallystick.runtime.web.door.Readers;

/** Loan mathematics for whoever asks; nothing is kept. */
@RestController
@Tag(name = "Quotes")
class QuotesController {
    record Asked(Terms terms) {}

    @Operation(
            operationId = "quoteTerms",
            summary = "Quote terms",
            description = "The schedule, the totals and the yields that terms lead to. Nothing is kept.")
    @PostMapping("/api/v1/quotes")
    @Readers
    @Keyless
    Quote quote(@RequestBody Asked body) {
        return NotPossible.at("/terms", () -> Quoting.quote(body.terms()));
    }

    @Operation(
            operationId = "simulateLoan",
            summary = "Simulate a loan",
            description = "Terms and dated facts: what each fact paid, and where the loan stands. Nothing is kept.")
    @PostMapping("/api/v1/simulations")
    @Readers
    @Keyless
    SimulationView simulate(@RequestBody Simulation body) {
        return SimulationView.of(body);
    }
}
