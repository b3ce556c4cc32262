package tallystick.application.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.api.Agreement;
import tallystick.application.api.ApplicationCommand.StartDraft;
import tallystick.application.api.ApplicationCommand.SubmitApplication;
import tallystick.application.api.Considered;
import tallystick.application.api.Considered.Skip;
import tallystick.application.api.Draft;
import tallystick.application.api.ProductData.Amounts;
import tallystick.application.api.ProductData.Counts;
import tallystick.application.api.ProgrammeData;
import tallystick.application.api.ProgrammeData.Quota;
import tallystick.application.lifecycle.Application;
import tallystick.application.placement.Appetite.Usage;
import tallystick.application.placement.CoLending.Lent;
import tallystick.application.placement.Router.Judged;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;

/** Why a programme is skipped, reason by reason, and how the others are ranked. */
class AppetiteTest {
    /** Noon in Shanghai. */
    private static final Lent ALONE = new Lent(null, null);

    private static final Instant NOON = Instant.parse("2026-01-02T04:00:00Z");

    private static Application submitted() {
        var id = new ApplicationId("app-1");
        var consent = new Draft.Consent("BANK_SHARING", "1", null, "sandbox", null, null, null, NOON, null, null);
        var draft = new Draft(
                ProductId.named("cash-loan"),
                1,
                null,
                null,
                Money.of("CNY", "12000.00"),
                12,
                null,
                List.of(consent),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                "CN-SH");
        var sealed = new Sealed("party-1", Sealed.Purpose.IDENTITY, 1, new byte[] {1});
        var agreement = new Agreement(
                "CN", "CNY", "P1M", Rate.of("0.06"), Rate.of("0.36"), Duration.ofDays(7), 0, "{}", null, null, null);
        var applications = Application.decider();
        Application application = null;
        for (var command : List.of(
                new StartDraft(id, draft, "olga", NOON),
                new SubmitApplication(
                        id,
                        new PartyId("party-1"),
                        new AuditId("audit-1"),
                        sealed,
                        sealed,
                        sealed,
                        sealed,
                        agreement,
                        List.of(),
                        "olga",
                        NOON))) {
            for (var event : applications.decide(command, application)) {
                application = applications.after(application, event);
            }
        }
        return java.util.Objects.requireNonNull(application);
    }

    private static Listed programme(
            String bank, String rate, @Nullable String hours, @Nullable Quota quota, String most, int longest) {
        var data = new ProgrammeData(
                "cash",
                "cash-loan",
                new Amounts(new BigDecimal("1000.00"), new BigDecimal(most)),
                new Counts(3, longest),
                Rate.of(rate),
                List.of("*"),
                hours,
                quota,
                BigDecimal.ONE,
                "cash",
                null,
                null,
                null,
                null);
        return new Listed(1, ProgrammeId.named("cash"), new BankId(bank), data, true);
    }

    private static Listed numbered(int nr, Listed programme) {
        return new Listed(nr, programme.id(), programme.bank(), programme.data(), true);
    }

    private static Listed likes() {
        return programme("sandbox", "0.12", null, null, "50000.00", 24);
    }

    @Test
    void whatOnePersonWroteDownGetsNothing() {
        var draft = new Listed(1, likes().id(), likes().bank(), likes().data(), false);
        assertThat(against(draft, Usage.NONE, NOON)).containsExactly("NOT_APPROVED");
    }

    private static List<String> against(Listed programme, Usage used, Instant at) {
        return Appetite.against(programme, submitted(), ALONE, used, at).stream()
                .map(Skip::code)
                .toList();
    }

    @Test
    void nothingSpeaksAgainstWhatFits() {
        assertThat(against(likes(), Usage.NONE, NOON)).isEmpty();
    }

    @Test
    void everyReasonIsTold() {
        var other = programme("other", "0.40", null, null, "10000.00", 6);
        assertThat(against(other, Usage.NONE, NOON))
                .containsExactly(
                        "NO_CONSENT", "AMOUNT_ABOVE_MAX", "COUNT_ABOVE_MAX", "RATE_ABOVE_PRODUCT", "RATE_ABOVE_LAW");
    }

    private static Listed in(String... regions) {
        return in(List.of(regions), likes().data().requires());
    }

    private static Listed in(List<String> regions, @Nullable List<String> requires) {
        var data = likes().data();
        var there = new ProgrammeData(
                data.id(),
                data.product(),
                data.amount(),
                data.count(),
                data.annualRate(),
                regions,
                data.hours(),
                data.quota(),
                data.share(),
                data.fundingLine(),
                requires,
                null,
                null,
                null);
        return new Listed(1, likes().id(), likes().bank(), there, true);
    }

    @Test
    void aBankLendsInItsRegions() {
        assertThat(against(in("CN-BJ", "CN-SH"), Usage.NONE, NOON)).isEmpty();
        assertThat(Appetite.against(in("CN-BJ"), submitted(), ALONE, Usage.NONE, NOON))
                .containsExactly(new Skip("OUTSIDE_REGION", "Lends in CN-BJ only"));
    }

    @Test
    void whatOneProgrammeWantsBesideIsNotGuessed() {
        assertThat(Appetite.against(
                        in(List.of("*"), List.of("applicant.employer", "collateral.price")),
                        submitted(),
                        ALONE,
                        Usage.NONE,
                        NOON))
                .containsExactly(new Skip("FIELDS_MISSING", "Wants applicant.employer, collateral.price as well"));
    }

    @Test
    void feesCountInWhatTheLawCaps() {
        var atTheCap = Usage.NONE.costing(new BigDecimal("0.24"));
        assertThat(against(likes(), atTheCap, NOON)).isEmpty();
        assertThat(against(likes(), Usage.NONE.costing(new BigDecimal("0.240001")), NOON))
                .containsExactly("COST_ABOVE_LAW");
    }

    @Test
    void theLawBindsWhateverTheProductSays() {
        var dear = programme("sandbox", "0.30", null, null, "50000.00", 24);
        assertThat(Appetite.against(dear, submitted(), ALONE, Usage.NONE, NOON))
                .containsExactly(
                        new Skip("RATE_ABOVE_LAW", "Costs more than 0.24 a year, which is the most the law allows"));
    }

    @Test
    void aBankHasItsHours() {
        var early = programme("sandbox", "0.12", "09:00-12:00", null, "50000.00", 24);
        assertThat(against(early, Usage.NONE, NOON.minusSeconds(1))).isEmpty();
        assertThat(against(early, Usage.NONE, NOON)).containsExactly("OUTSIDE_HOURS");
    }

    @Test
    void aQuotaEndsTheDayAndTheMonth() {
        var few = programme("sandbox", "0.12", null, new Quota(2, 30), "50000.00", 24);
        assertThat(against(few, new Usage(1, 29), NOON)).isEmpty();
        assertThat(against(few, new Usage(2, 30), NOON)).containsExactly("QUOTA_OF_DAY", "QUOTA_OF_MONTH");
    }

    @Test
    void theCheapestIsFirstAndTheSkippedAreLast() {
        UnaryOperator<String> reason = bank -> bank.equals("closed") ? "OUTSIDE_HOURS" : "";
        var router = new Router(programme -> new Judged(
                programme,
                ALONE,
                reason.apply(programme.bank().value()).isEmpty()
                        ? List.of()
                        : List.of(new Skip("OUTSIDE_HOURS", "Closed"))));
        var ranked = router.rank(List.of(
                numbered(1, programme("dear", "0.20", null, null, "1.00", 3)),
                numbered(2, programme("closed", "0.01", null, null, "1.00", 3)),
                numbered(3, programme("cheap", "0.10", null, null, "1.00", 3))));
        assertThat(ranked).extracting(Considered::nr).containsExactly(3, 1, 2);
        assertThat(ranked).extracting(Considered::rank).containsExactly(1, 2, null);
    }
}
