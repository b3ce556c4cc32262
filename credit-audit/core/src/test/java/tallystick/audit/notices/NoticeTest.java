package tallystick.audit.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.audit.api.Asked;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Finding;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.Reason;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Sealed;
import tallystick.rules.RuleFiles;

/** What somebody is told who was declined. */
class NoticeTest {
    private static final Instant LATE_EVENING = Instant.parse("2026-01-02T17:00:00Z");

    private static AuditDecided declined(String law, boolean bureau) {
        var sealed = new Sealed("party-1", Sealed.Purpose.FACTS, 1, new byte[] {1});
        return new AuditDecided(
                new AuditId("audit-1"),
                new ApplicationId("app-1"),
                new PartyId("party-1"),
                "olga",
                new Asked(new ProductId("product-1"), 1, law, Money.of("CNY", "12000.00"), 3, "P1M", null, null),
                1,
                "hash",
                Outcome.DECLINE,
                500,
                "E",
                null,
                null,
                List.of(new Reason("AFF-MIN", "Your income is insufficient for this product")),
                List.of(new Finding(
                        1, "AFF-MIN", Finding.Severity.KNOCK_OUT, 50, "Your income", bureau, "affordability", "f", 3)),
                List.of(),
                List.of(),
                sealed,
                "hash",
                sealed,
                LATE_EVENING,
                null,
                "CASH",
                null);
    }

    private static Notice notice(String law, boolean bureau, Language language) {
        return Notice.of(declined(law, bureau), No.ours(LATE_EVENING), language);
    }

    @Test
    void theClockRunsFromTheDayOfThePlace() {
        assertThat(notice("CN", false, Language.ZH).dueBy()).isEqualTo(LocalDate.of(2026, 1, 18));
        assertThat(notice("IE", false, Language.EN).dueBy()).isEqualTo(LocalDate.of(2026, 1, 12));
    }

    @Test
    void theReasonsAreInTheLanguageOfTheReader() {
        assertThat(notice("CN", false, Language.ZH).reasons()).containsExactly(new Reason("AFF-MIN", "您的收入不足以申请本产品"));
    }

    @Test
    void lendersWhoSaidNoAreNamedAndNotOurReasons() {
        var no = new No(Occasion.NOT_PLACED, LATE_EVENING, List.of("acme", "sandbox"));
        var notice = Notice.of(declined("CN", true), no, Language.EN);
        assertThat(notice.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "The lender acme did not accept your application",
                        "The lender sandbox did not accept your application");
        assertThat(notice.statements()).hasSize(1);
        assertThat(notice.paragraphs()).contains("We found nobody who lends it. The main reasons are:");
        var nobody = new No(Occasion.NOT_PLACED, LATE_EVENING, List.of());
        assertThat(Notice.of(declined("CN", false), nobody, Language.ZH).reasons())
                .extracting(Reason::text)
                .containsExactly("与我们合作的贷款机构均不提供此项贷款");
    }

    @Test
    void otherTermsThatWereNotTakenHaveAClockOfTheirOwn() {
        var no = new No(Occasion.COUNTER_OFFER, LATE_EVENING, List.of("acme"));
        var notice = Notice.of(declined("IE", false), no, Language.EN);
        assertThat(notice.dueBy()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(notice.reasons())
                .extracting(Reason::text)
                .containsExactly("The lender acme offered other terms than you asked for");
        assertThat(Law.of("US", Language.EN).dueBy(Occasion.COUNTER_OFFER, LocalDate.of(2026, 1, 2)))
                .isEqualTo(LocalDate.of(2026, 4, 2));
    }

    @Test
    void aCreditRecordThatCountedIsNamed() {
        assertThat(notice("IE", true, Language.EN).statements())
                .hasSize(2)
                .first()
                .asString()
                .contains("central credit");
        assertThat(notice("IE", false, Language.EN).statements()).hasSize(1);
    }

    @Test
    void theLawOfAnotherMarketIsDataToo() {
        assertThat(Law.of("US", Language.EN).days().get(Occasion.DECLINED)).isEqualTo(30);
        assertThat(Law.of("US", Language.EN).statement()).contains("Equal Credit Opportunity Act");
    }

    @Test
    void everyReasonOfTheShippedPolicyIsTranslated() {
        var codes = RuleFiles.fromClassPath("policies").files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("credit/"))
                .flatMap(file -> file.getValue().lines().skip(2))
                .filter(row -> row.contains(",KNOCK_OUT,") || row.contains(",REFER,") || row.startsWith("SCO-"))
                .map(row -> row.substring(0, row.indexOf(',')))
                .filter(code -> !code.equals("SCO-BASE"))
                .distinct();
        assertThat(codes).isNotEmpty().allMatch(Language::isTranslated);
    }

    @Test
    void thePdfIsTheSameAgainAndHoldsChinese() {
        var pdf = NoticeDocument.of(notice("CN", true, Language.ZH));
        assertThat(NoticeDocument.of(notice("CN", true, Language.ZH))).isEqualTo(pdf);
        var text = new String(pdf, StandardCharsets.US_ASCII);
        assertThat(text).startsWith("%PDF-1.7").endsWith("%%EOF\n").contains("<8d376b3e7533"); // 贷款申
    }
}
