package tallystick.application.intake;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallystick.application.intake.DraftBody.ApplicantBody;
import tallystick.application.market.Market;
import tallystick.application.market.Phones;
import tallystick.application.products.Complaints;
import tallystick.kernel.Money;

/** Checks a person as the market writes names and numbers. What was found is not repeated: it may be personal. */
final class PersonCheck {
    private final Complaints complaints;
    private final Market market;
    private final String currency;
    private final LocalDate today;
    private final Set<String> known = new HashSet<>();

    PersonCheck(Complaints complaints, Market market, String currency, LocalDate today) {
        this.complaints = complaints;
        this.market = market;
        this.currency = currency;
        this.today = today;
    }

    void applicant(ApplicantBody person) {
        if (person.liability() != null) {
            complaints.wrong("/applicant/liability", "not-allowed", "none: the applicant owes the whole", "one");
        }
        person("/applicant", person);
    }

    void person(String at, ApplicantBody person) {
        if (person.nationalId() != null && !known.add(person.nationalId())) {
            complaints.wrong(at + "/nationalId", "same-person", "somebody else", "a number that was given before");
        }
        complaints.text(
                at + "/name", person.name(), "(?U)[\\p{L}][\\p{L}\\p{M} .,'·-]{0,99}", "a name of at most 100 letters");
        complaints.form(at + "/phone", person.phone(), Phones.FORM);
        complaints.form(at + "/payoutAccount", person.payoutAccount(), market.account());
        complaints.text(
                at + "/email", person.email(), "[^@\\s]{1,64}@[^@\\s]{1,190}", "an address such as li@example.com");
        complaints.text(at + "/address", person.address(), "(?U)[^\\p{Cntrl}]{3,200}", "3 to 200 characters");
        complaints.text(at + "/employer", person.employer(), "(?U)[^\\p{Cntrl}]{2,100}", "2 to 100 characters");
        complaints.text(at + "/device", person.device(), "[A-Za-z0-9._-]{8,64}", "8 to 64 letters and digits");
        nationalId(at, person);
        income(at, person.monthlyIncome());
        if (person.birthDate() != null && !person.birthDate().isBefore(today)) {
            complaints.wrong(at + "/birthDate", "in-the-future", "a date before " + today, "a later one");
        }
    }

    private void nationalId(String at, ApplicantBody person) {
        var id = person.nationalId();
        if (id == null) {
            return;
        }
        complaints.form(at + "/nationalId", id, market.nationalId());
        market.birthDate(id)
                .filter(born -> person.birthDate() != null && !born.equals(person.birthDate()))
                .ifPresent(_ -> complaints.wrong(
                        at + "/birthDate", "contradicts-national-id", "the date in the national id", "another one"));
    }

    private void income(String at, @Nullable Money income) {
        if (income != null
                && (income.isNegative() || !income.currency().getCurrencyCode().equals(currency))) {
            complaints.wrong(at + "/monthlyIncome", "not-allowed", "zero or more, in " + currency, "another amount");
        }
    }
}
