package tallystick.bank.iso20022;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.Confidential;
import tallystick.bank.spi.Instruction;

/** What the tests of files are about. */
final class Given {
    static final Instant NOW = Instant.parse("2026-01-05T02:03:04.567Z");
    static final LocalDate DAY = LocalDate.parse("2026-01-05");
    static final String IBAN = "IE29AIBK93115212345678";
    static final OwnAccount ACCOUNT = account("EUR");

    private Given() {}

    static OwnAccount account(String currency) {
        return new OwnAccount(
                "Tallystick Lending",
                AccountNumber.of("DE89370400440532013000"),
                Currency.getInstance(currency),
                "SANDIE2D",
                "IE11ZZZ123456",
                ZoneId.of("Europe/Dublin"));
    }

    static Instruction payOut(String id, String amount) {
        return new Instruction.PayOut(id, "loan-" + id, Amount.of("EUR", amount), new Confidential(IBAN), "CUSTOMER");
    }

    static Instruction collect(String id, String amount) {
        return new Instruction.Collect(id, "loan-" + id, Amount.of("EUR", amount), new Confidential(IBAN), DAY);
    }

    static Payment payment(String id, String amount) {
        return Payment.of(payOut(id, amount));
    }

    static Element message(String xml) {
        return Xml.read(xml.getBytes(StandardCharsets.UTF_8)).content();
    }
}
