package tallystick.application.placement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tallystick.application.api.FundingLineCommand.ApproveLine;
import tallystick.application.api.FundingLineCommand.ProposeLine;
import tallystick.application.api.LineKind;
import tallystick.application.api.ProgrammeCommand.AddProgramme;
import tallystick.application.api.ProgrammeCommand.ApproveProgramme;
import tallystick.application.api.ProgrammeData;
import tallystick.kernel.Addressed;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.runtime.web.json.WebJson;

/** The sandbox bank's programmes and funding lines that are there at the first start: one for each shipped product. */
public final class ShippedProgrammes {
    private static final BankId BANK = new BankId("sandbox");
    private static final Duration RESERVATION = Duration.ofMinutes(30);

    private ShippedProgrammes() {}

    private record Shipped(Money limit, ProgrammeData programme) {}

    /** In force at once: proposed by who wrote the platform, approved by who starts it. */
    public static List<Addressed> commands(Instant at) {
        return read().flatMap(shipped -> commands(shipped, at)).toList();
    }

    private static Stream<Addressed> commands(Shipped shipped, Instant at) {
        var data = shipped.programme();
        var programme = ProgrammeId.named(data.id());
        var line = FundingLineId.named(data.fundingLine());
        return Stream.of(
                new AddProgramme(programme, BANK, data, "shipped", at),
                new ApproveProgramme(programme, data, "first start", at),
                new ProposeLine(line, BANK, programme, shipped.limit(), RESERVATION, "shipped", at, LineKind.VOLUME),
                new ApproveLine(line, "first start", at));
    }

    private static Stream<Shipped> read() {
        try (var stream = ShippedProgrammes.class.getResourceAsStream("/programmes/sandbox.json")) {
            return Arrays.stream(WebJson.get().readValue(stream, Shipped[].class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read /programmes/sandbox.json.", unreadable);
        }
    }
}
