package tallystick.audit.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tallystick.audit.api.Asked;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Finding;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.Reason;
import tallystick.audit.api.Wanted;
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
        var decided = declined(law, bureau);
        return Notice.of(decided, new No.Ours(decided.reasons(), decided.at()), language);
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
        var no = new No.OfLenders(
                Occasion.NOT_PLACED, LATE_EVENING, List.of("acme", "sandbox"), Map.of("sandbox", "too many of these"));
        var notice = Notice.of(declined("CN", true), no, Language.EN);
        assertThat(notice.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "The lender acme did not accept your application",
                        "The lender sandbox did not accept your application, and gives as its reason: too many of"
                                + " these");
        assertThat(notice.statements()).hasSize(1);
        assertThat(notice.paragraphs()).contains("We found nobody who lends it. The main reasons are:");
        var nobody = new No.OfLenders(Occasion.NOT_PLACED, LATE_EVENING, List.of(), Map.of());
        assertThat(Notice.of(declined("CN", false), nobody, Language.ZH).reasons())
                .extracting(Reason::text)
                .containsExactly("与我们合作的贷款机构均不提供此项贷款");
    }

    @Test
    void otherTermsThatWereNotTakenHaveAClockOfTheirOwn() {
        var no = new No.OfLenders(Occasion.COUNTER_OFFER, LATE_EVENING, List.of("acme"), Map.of());
        var notice = Notice.of(declined("IE", false), no, Language.EN);
        assertThat(notice.dueBy()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(notice.reasons())
                .extracting(Reason::text)
                .containsExactly("The lender acme offered other terms than you asked for");
        assertThat(Law.of("US", Language.EN).dueBy(Occasion.COUNTER_OFFER, LocalDate.of(2026, 1, 2)))
                .isEqualTo(LocalDate.of(2026, 4, 2));
    }

    private static final List<Wanted> WANTED = List.of(Wanted.PROOF_OF_INCOME, Wanted.BANK_STATEMENTS);

    /** Asked for on the 5th; the clock of the notice runs from when the application came. */
    private static No incomplete() {
        return new No.Incomplete(
                WANTED, Instant.parse("2026-01-20T16:00:00Z"), LATE_EVENING, Instant.parse("2026-01-05T03:00:00Z"));
    }

    @Test
    void whoHasToBringSomethingIsToldWhatUntilWhenAndWhatHappensOtherwise() {
        var notice = Notice.of(declined("CN", true), incomplete(), Language.EN);
        assertThat(notice.occasion()).isEqualTo(Occasion.INCOMPLETE);
        assertThat(notice.title()).isEqualTo("Your application is not complete");
        assertThat(notice.dueBy()).isEqualTo(LocalDate.of(2026, 1, 18));
        assertThat(notice.answerBy()).isEqualTo(LocalDate.of(2026, 1, 20));
        assertThat(notice.paragraphs())
                .contains(
                        "We cannot decide it yet. Please send us:",
                        "- A proof of your income",
                        "- Statements of your bank account",
                        "Please send it so that we have it by 20 January 2026. Without it we cannot go on, and your"
                                + " application is declined.");
        assertThat(Notice.of(declined("CN", true), incomplete(), Language.ZH).statements())
                .containsExactly("请确保我们在2026年1月20日（含当日）前收到上述材料。逾期未收到的，我们将无法继续审核，您的申请将被拒绝。");
        assertThat(Law.of("US", Language.EN).dueBy(Occasion.INCOMPLETE, LocalDate.of(2026, 1, 2)))
                .isEqualTo(LocalDate.of(2026, 2, 1));
    }

    @Test
    void whatDidNotComeIsTheReasonOfTheDeclineThatFollows() {
        var notice = Notice.of(declined("IE", true), new No.Unanswered(WANTED, LATE_EVENING), Language.EN);
        assertThat(notice.occasion()).isEqualTo(Occasion.DECLINED);
        assertThat(notice.dueBy()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(notice.answerBy()).isNull();
        assertThat(notice.reasons())
                .containsExactly(
                        new Reason("PROOF_OF_INCOME", "We asked for it and did not receive it: A proof of your income"),
                        new Reason(
                                "BANK_STATEMENTS",
                                "We asked for it and did not receive it: Statements of your bank account"));
        assertThat(notice.statements()).hasSize(1);
    }

    @Test
    void everyOccasionAndEverythingWantedHasItsWords() {
        for (var language : Language.values()) {
            assertThat(Occasion.values())
                    .allSatisfy(
                            occasion -> assertThat(occasion.in(language).head()).isNotBlank());
            assertThat(Wanted.values())
                    .allSatisfy(wanted -> assertThat(language.of(wanted)).isNotBlank());
        }
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
