package tallystick.loan.quotes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Rate;
import tallystick.loan.api.Quote;
import tallystick.loan.api.Terms;
import tallystick.runtime.security.Keyless;
import tallystick.runtime.web.door.Readers;

/** Loan mathematics for whoever asks; nothing is kept. */
@RestController
@Tag(name = "Quotes", description = "What a loan would cost, without one.")
class QuotesController {
    /**
     * @param caps to be tested, by the id of the cap that comes with the platform
     */
    record Asked(Terms terms, @Nullable List<Cap> caps) {
        /** @param index where the index of the cap stands, for a cap that is a multiple of one */
        record Cap(String id, @Nullable Rate index) {}
    }

    @Operation(operationId = "quoteTerms", summary = "Quote terms", description = """
        The schedule, the totals and the yields that terms lead to. Nothing is kept.

        Due dates come from `firstDueDate` and `every` (an ISO period of one unit, or HALF_MONTH), from `dueDates`
        (as many as `count`), or from `dates` (a fixed day, the end of the month, a holiday table such as CN-1 with a
        business-day rule). `floating` gives an index with spread, cap, floor and the fixings that are known;
        `amortization` FIXED_INSTALLMENT takes an `installment`, CUSTOM one of `principals` for each row. With
        `negativeAmortization` interest that a row does not pay becomes principal, told by a row CAPITALIZED; without
        it an instalment below its interest is refused. Fees are kept back AT_PAYOUT, PAID_AT_PAYOUT, FINANCED or
        charged PER_INSTALLMENT; taxes come on top, or lie in the price where they are `included`, and `taxes` of the
        answer tells what each comes to. What cannot be is refused with 422, the field, the rule and what was found.
        The folder docs/quotes has an example of each with its answer.\
        """)
    @PostMapping("/api/v1/quotes")
    @Readers
    @Keyless
    Quote quote(@RequestBody Asked body) {
        return Quoting.quote(body);
    }

    @Operation(operationId = "simulateLoan", summary = "Simulate a loan", description = """
        Terms and dated facts: what each fact paid, and where the loan stands on `asOf`. Nothing is kept.

        Facts stand in the order in which they became known and count by their `date`; those after `asOf` are left
        out. REPAYMENT, PREPAYMENT (`effect`), GOODWILL_CREDIT, MERCHANT_REFUND, PAYOUT_REFUND, RECOVERY, FORGIVENESS
        (`component`), CREDIT_USE and CREDIT_REFUND have an `amount`; CHARGE has a `kind`, a `due` date and an
        `amount`; REVERSAL names the fact it takes back in `of`; RESTRUCTURE has `terms`; CHARGE_OFF and WRITE_OFF
        have nothing more, and STATUS_CHANGE a `status`. `allocation` has a `default` rule, and may have others for
        kinds of payment and for loans that are `nonAccrual`, `chargedOff` or `subrogated`. A flat loan that is paid
        off early gets the rebate of `earlySettlement`: ACTUARIAL, LINEAR or SUM_OF_DIGITS.\
        """)
    @PostMapping("/api/v1/simulations")
    @Readers
    @Keyless
    SimulationView simulate(@RequestBody Simulation body) {
        return SimulationView.of(body);
    }
}
