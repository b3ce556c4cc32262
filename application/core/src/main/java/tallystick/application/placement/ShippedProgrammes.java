package tallystick.application.placement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tallystick.application.api.FundingLineCommand.ApproveLine;
import tallystick.application.api.FundingLineCommand.ProposeLine;
import tallystick.application.api.ProductData;
import tallystick.application.api.ProgrammeCommand.AddProgramme;
import tallystick.application.api.ProgrammeData;
import tallystick.kernel.Addressed;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Rate;

/** The sandbox bank's programme and funding line that are there at the first start. */
public final class ShippedProgrammes {
    private static final String NAME = "sandbox-cash";
    private static final BankId BANK = new BankId("sandbox");

    private ShippedProgrammes() {}

    public static List<Addressed> commands(Instant at) {
        var line = FundingLineId.named(NAME);
        return List.of(
                new AddProgramme(ProgrammeId.named(NAME), BANK, data(), "first start", at),
                new ProposeLine(
                        line,
                        BANK,
                        ProgrammeId.named(NAME),
                        Money.parse("CNY 10000000.00"),
                        Duration.ofMinutes(30),
                        "shipped",
                        at),
                new ApproveLine(line, "first start", at));
    }

    private static ProgrammeData data() {
        return new ProgrammeData(
                NAME,
                "cash-loan",
                new ProductData.Amounts(new BigDecimal("1000.00"), new BigDecimal("50000.00")),
                new ProductData.Counts(3, 24),
                Rate.of("0.12"),
                List.of("*"),
                null,
                new ProgrammeData.Quota(null, null),
                BigDecimal.ONE,
                NAME);
    }
}
