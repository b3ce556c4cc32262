package tallystick.application.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.Considered.Standby;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Rate;

/** Who stands by is asked once, for the share of one, and takes its place. */
class StandbyTest {
    private static final Share LEAD = share("sandbox", "0.7", "8400.00");
    private static final Share PARTNER = share("west", "0.3", "3600.00");
    private static final Standby EAST = new Standby(new BankId("east"), FundingLineId.named("east"), null);

    private static Share share(String bank, String share, String amount) {
        return new Share(
                new BankId(bank), new BigDecimal(share), FundingLineId.named(bank), Money.of("CNY", amount), null);
    }

    private static Attempt attempt() {
        var programme = new Considered(
                1,
                new BankId("sandbox"),
                ProgrammeId.named("together"),
                1,
                List.of(),
                LEAD.fundingLine(),
                Rate.of("0.12"),
                List.of(LEAD, PARTNER),
                EAST);
        return new Attempt(
                1,
                programme,
                new InstructionId("instr-1"),
                Money.of("CNY", "12000.00"),
                Attempt.Progress.APPROVED,
                null);
    }

    @Test
    void itTakesTheShareAndTheOthersKeepTheirs() {
        var called = attempt().calling(2, EAST.insteadOf(PARTNER));
        assertThat(called.programme().standby()).as("it is asked once").isNull();
        assertThat(called.programme().shares()).containsExactly(LEAD, PARTNER);
        var after = called.lentBy(called.sharesWith(new Attempt.Called(2, EAST.insteadOf(PARTNER))));
        assertThat(after.programme().shares()).containsExactly(LEAD, share("east", "0.3", "3600.00"));
        assertThat(after.called()).isNull();
    }
}
