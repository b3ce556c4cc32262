package tallystick.application.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProductData;
import tallystick.application.intake.DraftBody.CollateralBody;
import tallystick.application.market.Market;
import tallystick.application.products.Complaints;
import tallystick.kernel.Money;
import tallystick.runtime.web.ValueNotAllowed;

/** Says everything that is wrong with what was entered; what is missing is no error yet. */
final class DraftCheck {
    private static final String WORD = "[A-Z][A-Z0-9_]{0,31}";
    private static final int MOST_OTHERS = 4;

    private final Complaints complaints = new Complaints();
    private final ProductData product;
    private final int version;
    private final PersonCheck people;
    private final CollateralCheck collaterals;

    private DraftCheck(ProductData product, int version, LocalDate today) {
        this.product = product;
        this.version = version;
        var market = Market.named(product.jurisdiction());
        this.people = new PersonCheck(complaints, market, product.currency(), today);
        this.collaterals = new CollateralCheck(complaints, market, product, today);
    }

    /** @throws ValueNotAllowed naming every place */
    static void run(DraftBody body, ProductData product, int version, LocalDate today) {
        var check = new DraftCheck(product, version, today);
        check.amount(body.amount());
        check.count(body.count());
        check.words(body);
        check.region(body.region());
        for (var n = 0; n < body.agreed().size(); n++) {
            new ConsentCheck(check.complaints, body.others().size())
                    .consent("/consents/" + n, body.agreed().get(n));
        }
        check.people(body);
        if (body.collateral() != null) {
            check.collateral(body.collateral(), body.amount());
        }
        check.complaints.raise();
    }

    private void region(@Nullable String region) {
        if (region != null && !region.matches("[A-Z]{2}-[A-Z0-9]{1,3}")) {
            complaints.wrong("/region", "not-allowed", "a region of ISO 3166-2 such as CN-SH", "another text");
        }
    }

    private void amount(@Nullable Money amount) {
        if (amount == null) {
            return;
        }
        var currency = amount.currency().getCurrencyCode();
        if (!currency.equals(product.currency())) {
            complaints.wrong("/amount/currency", "other-currency", product.currency(), currency);
        } else if (!product.amount().contains(amount.amount())) {
            outside(amount);
        }
    }

    private void outside(Money amount) {
        var limits = product.amount();
        var below = amount.amount().compareTo(limits.min()) < 0;
        var limit = below ? limits.min() : limits.max();
        complaints.say(
                "amount must be between %1$s %2$s and %1$s %3$s for %4$s version %5$d; found %6$s. Ask for %7$s, or choose another product."
                        .formatted(
                                product.currency(),
                                limits.min().toPlainString(),
                                limits.max().toPlainString(),
                                product.id(),
                                version,
                                amount,
                                below ? "more" : "less"));
        complaints.wrong(
                "/amount/amount",
                below ? "below-minimum" : "above-maximum",
                limit.toPlainString(),
                amount.amount().toPlainString());
    }

    private void count(@Nullable Integer count) {
        var limits = product.count();
        if (count != null && !limits.contains(count)) {
            complaints.wrong(
                    "/count",
                    count < limits.min() ? "below-minimum" : "above-maximum",
                    "%d to %d".formatted(limits.min(), limits.max()),
                    count.toString());
        }
    }

    private void words(DraftBody body) {
        complaints.text("/channel", body.channel(), WORD, "an upper-case word such as BRANCH");
        complaints.text("/purpose", body.purpose(), WORD, "an upper-case word such as HOME");
    }

    private void people(DraftBody body) {
        if (body.others().size() > MOST_OTHERS) {
            complaints.wrong(
                    "/coApplicants",
                    "too-many",
                    "at most " + MOST_OTHERS,
                    "" + body.others().size());
            return;
        }
        if (body.applicant() != null) {
            people.applicant(body.applicant());
        }
        for (var n = 0; n < body.others().size(); n++) {
            people.person("/coApplicants/" + n, body.others().get(n));
        }
    }

    private void collateral(CollateralBody collateral, @Nullable Money amount) {
        var asked = product.collateral();
        if (asked == null) {
            complaints.wrong("/collateral", "not-supported", "no collateral for " + product.id(), "some");
            return;
        }
        collaterals.vehicle(collateral, asked.kind());
        var value = collateral.value();
        if (amount != null && value != null && value.currency().equals(amount.currency())) {
            loanToValue(amount, value, asked.maxLoanToValue());
        }
    }

    private void loanToValue(Money amount, Money value, BigDecimal most) {
        var limit = value.times(most, RoundingMode.DOWN);
        if (amount.isMoreThan(limit)) {
            complaints.wrong(
                    "/amount/amount",
                    "loan-to-value",
                    "at most %s, which is %s of the lower of price and valuation"
                            .formatted(limit.amount().toPlainString(), most.toPlainString()),
                    amount.amount().toPlainString());
        }
    }
}
