package tallystick.application.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The mainland of China. */
final class China implements Market {
    static final Market MARKET = new China();

    private static final Law LAW = Law.of("CN");

    private China() {}

    @Override
    public NumberForm nationalId() {
        return new NumberForm(
                "18 characters with a right check digit",
                id -> ChineseId.birthDate(id).isPresent());
    }

    @Override
    public Optional<LocalDate> birthDate(String nationalId) {
        return ChineseId.birthDate(nationalId);
    }

    @Override
    public NumberForm companyNumber() {
        return new NumberForm("a unified social credit code with a right check character", CreditCode::isRight);
    }

    /** Cards of UnionPay begin with 62 and carry Luhn's digit; accounts on paper carry none. */
    @Override
    public NumberForm account() {
        return new NumberForm(
                "an account of 8 to 34 characters, or a card number with a right check digit",
                text -> text.matches("62[0-9]{14,17}") ? Luhn.isRight(text) : text.matches("[A-Z0-9]{8,34}"));
    }

    /** GB 16735 asks for the check digit, as North America does. */
    @Override
    public NumberForm vehicle() {
        return new NumberForm("17 characters without I, O and Q, with a right check digit", Vin::isChecked);
    }

    @Override
    public List<String> languages() {
        return List.of("zh", "en");
    }

    @Override
    public Law law() {
        return LAW;
    }
}
