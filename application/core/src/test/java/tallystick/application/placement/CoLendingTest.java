package tallystick.application.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.Considered.Skip;
import tallystick.application.api.ProductData.Amounts;
import tallystick.application.api.ProductData.Counts;
import tallystick.application.api.ProgrammeData;
import tallystick.application.api.ProgrammeData.Partner;
import tallystick.application.api.ProgrammeData.Standby;
import tallystick.application.market.Law;
import tallystick.application.market.Market;
import tallystick.kernel.BankId;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Rate;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;

/** Several banks lend one loan: all of it, as far as the law lets them. */
class CoLendingTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-01-02");
    private static final Law CHINA = Market.of(Jurisdiction.named("CN")).law();
    private static final Law IRELAND = Market.of(Jurisdiction.named("IE")).law();

    private static Partner west(String share, @Nullable String capital) {
        return new Partner(
                "west", new BigDecimal(share), "west-cash", capital == null ? null : new BigDecimal(capital));
    }

    private static Partner ours(String share) {
        return new Partner(ProgrammeData.OWN, new BigDecimal(share), "own-cash", null);
    }

    private static ProgrammeData data(String share, @Nullable List<Partner> partners) {
        return data(share, partners, null);
    }

    private static ProgrammeData data(String share, @Nullable List<Partner> partners, @Nullable Standby standby) {
        return new ProgrammeData(
                "cash",
                "cash-loan",
                new Amounts(new BigDecimal("1000.00"), new BigDecimal("50000.00")),
                new Counts(3, 24),
                Rate.of("0.12"),
                List.of("*"),
                null,
                null,
                new BigDecimal(share),
                "east-cash",
                null,
                partners,
                new BigDecimal("100000.00"),
                standby);
    }

    private static Listed programme(String share, Partner... partners) {
        return new Listed(1, ProgrammeId.named("cash"), new BankId("east"), data(share, List.of(partners)), true);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private static List<String> against(Listed programme, Law law, String lentByWest) {
        var lent = Map.of(new BankId("west"), cny(lentByWest));
        var all = CoLending.lent(programme, cny("10000.00"), law, TODAY);
        return CoLending.against(programme, all, law, TODAY, lent).stream()
                .map(Skip::text)
                .toList();
    }

    @Test
    void sharesAddUpToTheCent() {
        var three =
                programme("0.3334", west("0.3333", null), new Partner("south", new BigDecimal("0.3333"), "s", null));
        var shares = Objects.requireNonNull(
                CoLending.lent(three, cny("1000.01"), IRELAND, TODAY).shares());
        assertThat(shares).extracting(Share::amount).containsExactly(cny("333.40"), cny("333.30"), cny("333.31"));
    }

    @Test
    void oneBankAloneHasNoShares() {
        var alone = new Listed(1, ProgrammeId.named("cash"), new BankId("east"), data("1", null), true);
        var lent = CoLending.lent(alone, cny("1000.00"), CHINA, TODAY);
        assertThat(lent.shares()).isNull();
        assertThat(CoLending.against(alone, lent, CHINA, TODAY, Map.of())).isEmpty();
    }

    @Test
    void theLawAsksForAShareOfEachLender() {
        assertThat(against(programme("0.8", west("0.2", "100000.00")), CHINA, "0.00"))
                .containsExactly("west would lend 0.2 of the loan; the law asks for 0.3 at least");
        assertThat(against(programme("0.8", west("0.2", "100000.00")), IRELAND, "0.00"))
                .isEmpty();
    }

    @Test
    void theLawCapsWhatABankLendsThroughOnePartner() {
        var together = programme("0.7", west("0.3", "100000.00"));
        assertThat(against(together, CHINA, "22000.00")).isEmpty();
        assertThat(against(together, CHINA, "22000.01"))
                .containsExactly("west would have lent 25000.01 through one partner; the law allows 25000");
        assertThat(against(programme("0.7", west("0.3", null)), CHINA, "0.00"))
                .containsExactly("Nobody has stated the capital of west, of which the law lets it lend 0.25 through one"
                        + " partner");
    }

    @Test
    void whatDoesNotAddUpIsRefused() {
        ProgrammeCheck.check(data("0.7", List.of(west("0.3", null))), "east");
        ProgrammeCheck.check(data("1", null), "east");
        refused("/share", data("0.7", null));
        refused("/share", data("0.7", List.of(west("0.31", null))));
        refused("/partners", data("1", List.of()));
        refused("/partners", data("0.7", List.of(new Partner("east", new BigDecimal("0.3"), "other", null))));
        refused("/partners", data("0.7", List.of(new Partner("west", new BigDecimal("0.3"), "east-cash", null))));
        refused("/partners", data("0.7", List.of(west("0.3", "-1.00"))));
    }

    @Test
    void aShareOfOursStandsBesideThatOfOneBank() {
        ProgrammeCheck.check(data("0.7", List.of(ours("0.3"))), "east");
        refused("/partners", data("0.4", List.of(ours("0.3"), west("0.3", null))));
        assertThat(against(programme("0.7", ours("0.3")), CHINA, "0.00")).isEmpty();
        assertThat(CoLending.banks(programme("0.7", ours("0.3")))).containsExactly("east");
    }

    @Test
    void whoStandsByIsAnotherBankWithALineOfItsOwn() {
        var west = List.of(west("0.3", "100000.00"));
        ProgrammeCheck.check(data("0.7", west, new Standby("south", "south-cash", null)), "east");
        refused("/standby", data("0.7", west, new Standby("west", "south-cash", null)));
        refused("/standby", data("0.7", west, new Standby("south", "east-cash", null)));
        refused("/standby", data("0.7", west, new Standby(ProgrammeData.OWN, "south-cash", null)));
        refused("/standby", data("0.7", List.of(ours("0.3")), new Standby("south", "south-cash", null)));
        refused("/standby", data("1", null, new Standby("south", "south-cash", null)));
    }

    @Test
    void theLawBoundsWhoStandsByAsWell() {
        var data = data("0.7", List.of(west("0.3", "100000.00")), new Standby("south", "south-cash", null));
        var programme = new Listed(1, ProgrammeId.named("cash"), new BankId("east"), data, true);
        assertThat(against(programme, CHINA, "0.00"))
                .containsExactly(
                        "Nobody has stated the capital of south, of which the law lets it lend 0.25 through one"
                                + " partner");
        assertThat(against(programme, IRELAND, "0.00")).isEmpty();
        assertThat(CoLending.banks(programme)).containsExactly("east", "west", "south");
    }

    @Test
    void nobodyLendsOutOfTheLineOfAnother() {
        var together = data("0.7", List.of(west("0.3", null)));
        var lines = Map.of("east-cash", new BankId("east"), "west-cash", new BankId("east"));
        ProgrammeCheck.lines(together, "east", line -> Optional.empty());
        ProgrammeCheck.lines(data("1", null), "east", line -> Optional.ofNullable(lines.get(line)));
        assertThatThrownBy(() -> ProgrammeCheck.lines(together, "east", line -> Optional.ofNullable(lines.get(line))))
                .isInstanceOfSatisfying(
                        ValueNotAllowed.class,
                        no -> assertThat(no.errors())
                                .containsExactly(new Problem.At(
                                        "/partners", "another-bank", "a line of bank west", "west-cash of bank east")));
    }

    private static void refused(String pointer, ProgrammeData data) {
        assertThatThrownBy(() -> ProgrammeCheck.check(data, "east"))
                .isInstanceOfSatisfying(
                        ValueNotAllowed.class,
                        no -> assertThat(no.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly(pointer));
    }
}
