package tallystick.application.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProductData;
import tallystick.application.intake.DraftBody.ApplicantBody;
import tallystick.kernel.Money;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;

/** Says everything that is wrong with what was entered; what is missing is no error yet. */
final class DraftCheck {
    private final ProductData product;
    private final int version;
    private final LocalDate today;
    private final List<Problem.At> errors = new ArrayList<>();
    private String detail = "";

    private DraftCheck(ProductData product, int version, LocalDate today) {
        this.product = product;
        this.version = version;
        this.today = today;
    }

    static void run(DraftBody body, ProductData product, int version, LocalDate today) {
        var check = new DraftCheck(product, version, today);
        check.amount(body.amount());
        check.count(body.count());
        check.others(body);
        if (body.applicant() != null) {
            check.applicant(body.applicant());
        }
        if (!check.errors.isEmpty()) {
            throw check.detail.isEmpty()
                    ? ValueNotAllowed.of(check.errors)
                    : new ValueNotAllowed(check.detail, check.errors);
        }
    }

    private void amount(@Nullable Money amount) {
        if (amount == null) {
            return;
        }
        var currency = amount.currency().getCurrencyCode();
        if (!currency.equals(product.currency())) {
            wrong("/amount/currency", "other-currency", product.currency(), currency);
            return;
        }
        var value = amount.amount();
        var below = value.compareTo(product.amount().min()) < 0;
        if (below || value.compareTo(product.amount().max()) > 0) {
            detail =
                    "amount must be between %s %s and %s %s for %s version %d; found %s. Ask for %s, or choose another product."
                            .formatted(
                                    currency,
                                    product.amount().min().toPlainString(),
                                    currency,
                                    product.amount().max().toPlainString(),
                                    product.id(),
                                    version,
                                    amount,
                                    below ? "more" : "less");
            wrong(
                    "/amount/amount",
                    below ? "below-minimum" : "above-maximum",
                    (below ? product.amount().min() : product.amount().max()).toPlainString(),
                    value.toPlainString());
        }
    }

    private void count(@Nullable Integer count) {
        if (count != null
                && (count < product.count().min() || count > product.count().max())) {
            wrong(
                    "/count",
                    count < product.count().min() ? "below-minimum" : "above-maximum",
                    "%d to %d".formatted(product.count().min(), product.count().max()),
                    count.toString());
        }
    }

    private void others(DraftBody body) {
        if (body.coApplicants() != null && !body.coApplicants().isEmpty()) {
            wrong("/coApplicants", "not-supported", "no co-applicants for " + product.id(), "some");
        }
        if (body.collateral() != null && !body.collateral().isNull()) {
            wrong("/collateral", "not-supported", "no collateral for " + product.id(), "some");
        }
        text("/channel", body.channel(), "[A-Z][A-Z0-9_]{0,31}", "an upper-case word such as BRANCH");
        text("/purpose", body.purpose(), "[A-Z][A-Z0-9_]{0,31}", "an upper-case word such as HOME");
        var consents = body.consents() == null ? List.<tallystick.application.api.Draft.Consent>of() : body.consents();
        for (var n = 0; n < consents.size(); n++) {
            text(
                    "/consents/" + n + "/purpose",
                    consents.get(n).purpose(),
                    "[A-Z][A-Z0-9_]{0,31}",
                    "a purpose such as CREDIT_BUREAU");
            text(
                    "/consents/" + n + "/version",
                    consents.get(n).version(),
                    "[A-Za-z0-9._-]{1,32}",
                    "a version such as 1");
        }
    }

    private void applicant(ApplicantBody person) {
        text(
                "/applicant/name",
                person.name(),
                "(?U)[\\p{L}][\\p{L}\\p{M} .,'·-]{0,99}",
                "a name of at most 100 letters");
        text(
                "/applicant/phone",
                person.phone(),
                "\\+[1-9][0-9]{6,14}",
                "an international number such as +8613800138000");
        text(
                "/applicant/payoutAccount",
                person.payoutAccount(),
                "[A-Z0-9]{8,34}",
                "an account or card number of 8 to 34 characters");
        nationalId(person);
        income(person.monthlyIncome());
        if (person.birthDate() != null && !person.birthDate().isBefore(today)) {
            wrong("/applicant/birthDate", "in-the-future", "a date before " + today, "a later one");
        }
    }

    private void nationalId(ApplicantBody person) {
        var id = person.nationalId();
        if (id == null) {
            return;
        }
        if (product.jurisdiction().equals("CN")) {
            var born = ChineseId.birthDate(id);
            if (born == null) {
                wrong(
                        "/applicant/nationalId",
                        "not-a-number",
                        "18 characters with a right check digit",
                        "another text");
            } else if (person.birthDate() != null && !born.equals(person.birthDate())) {
                wrong("/applicant/birthDate", "contradicts-national-id", "the date in the national id", "another one");
            }
        } else {
            text("/applicant/nationalId", id, "[A-Z0-9]{5,20}", "5 to 20 letters and digits");
        }
    }

    private void income(@Nullable Money income) {
        if (income != null
                && (income.isNegative() || !income.currency().getCurrencyCode().equals(product.currency()))) {
            wrong(
                    "/applicant/monthlyIncome",
                    "not-allowed",
                    "zero or more, in " + product.currency(),
                    "another amount");
        }
    }

    /** What was found is not repeated: it may be personal. */
    private void text(String pointer, @Nullable String value, String form, String expected) {
        if (value != null && !value.matches(form)) {
            wrong(pointer, "not-allowed", expected, "another text");
        }
    }

    private void wrong(String pointer, String code, String expected, String found) {
        errors.add(new Problem.At(pointer, code, expected, found));
    }
}
