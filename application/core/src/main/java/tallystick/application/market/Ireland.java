package tallystick.application.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Ireland, in euro and SEPA. */
final class Ireland implements Market {
    static final Market MARKET = new Ireland();

    private static final Law LAW = Law.of("IE");

    private Ireland() {}

    @Override
    public NumberForm nationalId() {
        return new NumberForm("a PPS number of 7 digits with its right check letter", PpsNumber::isRight);
    }

    /** A PPS number tells nothing of its owner. */
    @Override
    public Optional<LocalDate> birthDate(String nationalId) {
        return Optional.empty();
    }

    @Override
    public NumberForm companyNumber() {
        return new NumberForm("a number of the Companies Registration Office", text -> text.matches("[1-9][0-9]{3,6}"));
    }

    @Override
    public NumberForm account() {
        return new NumberForm("an IBAN with right check digits", Iban::isRight);
    }

    /** European makers do not all set the check digit. */
    @Override
    public NumberForm vehicle() {
        return new NumberForm("17 characters without I, O and Q", Vin::isFormed);
    }

    @Override
    public List<String> languages() {
        return List.of("en");
    }

    @Override
    public Law law() {
        return LAW;
    }
}
