package tallystick.loan.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.api.LoanEvent.Grounds;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.GuaranteeVoided;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.ShareSold;
import tallystick.loan.shares.Bands;
import tallystick.loan.shares.Component;
import tallystick.loan.shares.Owners;

/** Whose books money of a loan goes into, by programme: each of them balanced, and all of them to the cent. */
class LoanSharesTest {
    private static final PostingRules RULES = PostingRules.shipped();
    private static final Chart CHART = new Chart();
    private static final BooksId BANK = BooksId.of("harbour");
    private static final BooksId GUARANTOR = BooksId.of("union");
    private static final LocalDate DAY = LocalDate.parse("2026-02-01");
    private static final Grounds WHY = new Grounds("change-1", "because", "ann", "bob");

    private final Map<String, BigDecimal> balances = new HashMap<>();

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private static BigDecimal of(String share) {
        return new BigDecimal(share);
    }

    private static LoanShares facilitated() {
        var bank = new Lender(BANK, null, of("1"), of("0.8"), of("0"), of("0.5"));
        var us = new Lender(BooksId.OWN, null, of("0"), of("0.2"), of("1"), of("0.5"));
        return shares(new Funding(Funding.Model.FACILITATED, BANK, List.of(bank, us), List.of()));
    }

    private static LoanShares coLent() {
        return shares(new Funding(
                Funding.Model.CO_LENT,
                BooksId.OWN,
                List.of(
                        Lender.of(BooksId.OWN, new BankId("sandbox"), of("0.3")),
                        Lender.of(BANK, new BankId("harbour"), of("0.7"))),
                List.of()));
    }

    private static LoanShares shares(Funding funding) {
        return new LoanShares(CHART, Owners.of(funding), Map.of());
    }

    private void books(LoanShares shares, String event, Map<String, String> parts) {
        var lines = new ArrayList<Posting>();
        new LinkedHashMap<>(parts)
                .forEach((part, amount) ->
                        lines.addAll(shares.book(Moved.shared(part, cny(amount), RULES.of(event, part, "")))));
        post(lines);
    }

    /** Balanced in each set of books and on each basis, or the test ends here. */
    private void post(List<Posting> lines) {
        Balance.check(new Journal("loan-1", DAY, Instant.EPOCH, "test", "test", lines));
        for (var line : lines) {
            var amount = line.amount().amount();
            var signed = line.side() == Posting.Side.DEBIT ? amount : amount.negate();
            for (var basis : line.basis() == Basis.BOTH ? List.of(Basis.CASH, Basis.ACCRUAL) : List.of(line.basis())) {
                balances.merge(line.books() + " " + line.account() + " " + basis, signed, BigDecimal::add);
            }
        }
    }

    private String balance(BooksId books, String account) {
        return balance(books, account, Basis.CASH);
    }

    private String balance(BooksId books, String account, Basis basis) {
        return balances.getOrDefault(books + " " + account + " " + basis, of("0.00"))
                .toPlainString();
    }

    @Test
    void ofAFacilitatedLoanWeBookFeesMarginAndClearingOnly() {
        var shares = facilitated();
        books(shares, "PayoutConfirmed", Map.of("principal", "1000.00"));
        books(shares, "RepaymentReceived", Map.of("principal", "100.00", "interest", "10.01", "fees", "5.00"));
        assertThat(balance(BANK, "1100-loans")).isEqualTo("900.00");
        assertThat(balance(BANK, "1910-receipts-in-transit")).isEqualTo("115.01");
        assertThat(balance(BANK, "4100-interest-income")).isEqualTo("-8.00");
        assertThat(balance(BANK, "1800-clearing")).isEqualTo("-7.01");
        assertThat(balance(BooksId.OWN, "1100-loans")).isEqualTo("0.00");
        assertThat(balance(BooksId.OWN, "1910-receipts-in-transit")).isEqualTo("0.00");
        assertThat(balance(BooksId.OWN, "4100-interest-income")).isEqualTo("-2.01");
        assertThat(balance(BooksId.OWN, "4200-fee-income")).isEqualTo("-5.00");
        assertThat(balance(BooksId.OWN, "1800-clearing")).isEqualTo("7.01");
        assertThat(balance(BooksId.OWN, "1200-accrued-interest", Basis.ACCRUAL)).isEqualTo("-2.01");
    }

    @Test
    void eachCoLenderHasItsShareAndPaysItsOwnLeg() {
        var shares = coLent();
        post(shares.book(Moved.shared("principal", cny("300.00"), RULES.of("PayoutConfirmed", "principal", ""))
                .by(BooksId.OWN)));
        post(shares.book(Moved.shared("principal", cny("700.00"), RULES.of("PayoutConfirmed", "principal", ""))
                .by(BANK)));
        post(shares.book(Moved.shared("amount", cny("700.00"), RULES.of("InstructionReconciled", "amount", "PayOut"))
                .through(new BankId("harbour"))));
        assertThat(balance(BANK, "1900-payouts-in-transit")).isEqualTo("0.00");
        assertThat(balance(BANK, "1000-bank")).isEqualTo("-700.00");
        books(shares, "RepaymentReceived", Map.of("principal", "0.05", "interest", "0.01"));
        assertThat(balance(BooksId.OWN, "1910-receipts-in-transit")).isEqualTo("0.06");
        books(shares, "RepaymentReceived", Map.of("principal", "999.95", "interest", "4.00"));
        assertThat(balance(BooksId.OWN, "1100-loans")).isEqualTo("0.00");
        assertThat(balance(BANK, "1100-loans")).isEqualTo("0.00");
        assertThat(balance(BANK, "1800-clearing")).isEqualTo("702.81");
        assertThat(balance(BooksId.OWN, "1800-clearing")).isEqualTo("-702.81");
    }

    @Test
    void aShareThatIsSoldTakesItsPartOfWhatIsLeftAndOfWhatIsEarned() {
        var shares = LoanShares.own(CHART);
        books(shares, "PayoutConfirmed", Map.of("principal", "1000.00"));
        books(shares, "RepaymentReceived", Map.of("interest", "10.00"));
        post(new Transfers(RULES)
                .sold(
                        new ShareSold(
                                new LoanId("loan-1"),
                                BooksId.OWN,
                                BANK,
                                of("0.4"),
                                cny("402.00"),
                                cny("14.00"),
                                DAY,
                                DAY,
                                WHY,
                                Instant.EPOCH),
                        shares));
        assertThat(balance(BooksId.OWN, "1100-loans")).isEqualTo("600.00");
        assertThat(balance(BANK, "1100-loans")).isEqualTo("400.00");
        assertThat(balance(BooksId.OWN, "4600-result-of-sales")).isEqualTo("-2.00");
        assertThat(balance(BooksId.OWN, "4600-result-of-sales", Basis.ACCRUAL)).isEqualTo("-0.40");
        assertThat(balance(BooksId.OWN, "1800-clearing")).isEqualTo("402.00");
        assertThat(balance(BANK, "1800-clearing")).isEqualTo("-402.00");
        books(shares, "RepaymentReceived", Map.of("principal", "1000.00", "interest", "4.00"));
        assertThat(balance(BooksId.OWN, "1100-loans")).isEqualTo("0.00");
        assertThat(balance(BANK, "1100-loans")).isEqualTo("0.00");
        assertThat(balance(BANK, "4100-interest-income")).isEqualTo("-1.60");
    }

    @Test
    void aGuarantorHasAClaimAndGetsWhatTheBorrowerPaysNext() {
        var shares = coLent();
        books(shares, "PayoutConfirmed", Map.of("principal", "1000.00"));
        post(new Transfers(RULES).guaranteed(guaranteed("200.00", "9.00"), shares, ""));
        assertThat(balance(GUARANTOR, "1300-subrogated-claims")).isEqualTo("209.00");
        assertThat(balance(GUARANTOR, "1900-payouts-in-transit")).isEqualTo("-209.00");
        assertThat(balance(BooksId.OWN, "1100-loans")).isEqualTo("240.00");
        assertThat(balance(BANK, "1100-loans")).isEqualTo("560.00");
        assertThat(balance(BANK, "4100-interest-income")).isEqualTo("-6.30");
        books(shares, "RepaymentReceived", Map.of("principal", "150.00", "interest", "9.00"));
        assertThat(balance(GUARANTOR, "1300-subrogated-claims")).isEqualTo("50.00");
        assertThat(balance(GUARANTOR, "1800-clearing")).isEqualTo("159.00");
        assertThat(balance(BANK, "1100-loans")).isEqualTo("560.00");
        books(shares, "RepaymentReceived", Map.of("principal", "850.00", "interest", "1.00"));
        assertThat(balance(GUARANTOR, "1300-subrogated-claims")).isEqualTo("0.00");
        assertThat(balance(BANK, "1100-loans")).isEqualTo("0.00");
        assertThat(balance(BooksId.OWN, "1100-loans")).isEqualTo("0.00");
    }

    @Test
    void whatAGuarantorPaysNextIsTheLendersToo() {
        var shares = coLent();
        books(shares, "PayoutConfirmed", Map.of("principal", "1000.00"));
        post(new Transfers(RULES).guaranteed(guaranteed("change-1", "200.00", "9.00"), shares, ""));
        post(new Transfers(RULES).guaranteed(guaranteed("change-2", "300.00", "6.00"), shares, ""));
        assertThat(balance(GUARANTOR, "1300-subrogated-claims")).isEqualTo("515.00");
        assertThat(balance(BooksId.OWN, "1100-loans")).isEqualTo("150.00");
        assertThat(balance(BANK, "1100-loans")).isEqualTo("350.00");
        assertThat(balance(BANK, "4100-interest-income")).isEqualTo("-10.50");
        books(shares, "RepaymentReceived", Map.of("principal", "500.00", "interest", "15.00"));
        assertThat(balance(GUARANTOR, "1300-subrogated-claims")).isEqualTo("0.00");
        assertThat(balance(BANK, "1100-loans")).isEqualTo("350.00");
    }

    private static GuaranteeVoided voided(String claim, String principal, String interest) {
        var paid = guaranteed(claim, principal, interest);
        return new GuaranteeVoided(paid.loan(), claim, GUARANTOR, paid.parts(), DAY, WHY, Instant.EPOCH, null);
    }

    @Test
    void ofAGuaranteeThatIsVoidTheLendersHaveWhatIsLeftAndAreOwedWhatWasPaid() {
        var shares = coLent();
        books(shares, "PayoutConfirmed", Map.of("principal", "1000.00"));
        post(new Transfers(RULES).guaranteed(guaranteed("200.00", "9.00"), shares, ""));
        books(shares, "RepaymentReceived", Map.of("principal", "150.00", "interest", "4.00"));
        post(new Transfers(RULES).voided(voided("change-1", "200.00", "9.00"), shares, ""));
        assertThat(balance(GUARANTOR, "1300-subrogated-claims")).isEqualTo("0.00");
        assertThat(balance(GUARANTOR, "1900-payouts-in-transit")).isEqualTo("0.00");
        assertThat(balance(GUARANTOR, "1800-clearing")).isEqualTo("0.00");
        assertThat(balance(BooksId.OWN, "1100-loans")).isEqualTo("255.00");
        assertThat(balance(BANK, "1100-loans")).isEqualTo("595.00");
        assertThat(balance(BANK, "4100-interest-income")).isEqualTo("-2.80");
        assertThat(balance(BooksId.OWN, "1910-receipts-in-transit"))
                .as("what the borrower paid")
                .isEqualTo("154.00");
        books(shares, "RepaymentReceived", Map.of("principal", "850.00"));
        assertThat(balance(BANK, "1100-loans")).isEqualTo("0.00");
    }

    /** As they were stored before they were named after claims. */
    @Test
    void aClaimOfBandsWithTheGuarantorsNameAloneIsFound() {
        var claim = List.of(new Bands.Part("books-union#claim", BigDecimal.ONE));
        var lent = List.of(new Bands.Part("books-own", BigDecimal.ONE));
        var principal = new Bands(
                List.of(new Bands.Band(80_000L, lent), new Bands.Band(100_000L, claim), new Bands.Band(null, lent)));
        var owners = new Owners(BooksId.OWN, Map.of(Component.PRINCIPAL, principal), Map.of());
        var shares = new LoanShares(CHART, owners, Map.of(Component.PRINCIPAL, 95_000L));
        post(new Transfers(RULES).voided(voided("change-1", "200.00", "0.00"), shares, ""));
        assertThat(balance(BooksId.OWN, "1100-loans")).isEqualTo("150.00");
        assertThat(balance(GUARANTOR, "1300-subrogated-claims")).isEqualTo("-150.00");
    }

    @Test
    void guaranteesThatComeAndGoLeaveEachOwnerWhatItHadWithoutThem() {
        var random = new Random(13);
        for (var run = 0; run < 50; run++) {
            balances.clear();
            var shares = random.nextBoolean() ? coLent() : facilitated();
            books(shares, "PayoutConfirmed", Map.of("principal", "5000.00"));
            var owed = 0;
            for (var step = 0; step < 30; step++) {
                var claim = "change-" + step / 10;
                switch (step % 10) {
                    case 1 -> post(new Transfers(RULES).guaranteed(guaranteed(claim, "700.00", "3.33"), shares, ""));
                    case 7 -> post(new Transfers(RULES).voided(voided(claim, "700.00", "3.33"), shares, ""));
                    default -> {
                        var units = random.nextInt(10_000);
                        books(shares, "RepaymentReceived", Map.of("principal", cents(units), "interest", "0.11"));
                        owed += units;
                    }
                }
            }
            books(shares, "TransactionReversed", Map.of("principal", cents(owed), "interest", "2.64"));
            assertThat(balance(GUARANTOR, "1300-subrogated-claims")).isEqualTo("0.00");
            assertThat(balance(GUARANTOR, "1800-clearing")).isEqualTo("0.00");
            assertThat(balance(BANK, "4100-interest-income")).isEqualTo("0.00");
            assertThat(new BigDecimal(balance(BANK, "1100-loans"))
                            .add(new BigDecimal(balance(BooksId.OWN, "1100-loans"))))
                    .isEqualByComparingTo("5000");
        }
    }

    @Test
    void aGuarantorOfALoanWhoseLossWasRecognisedGetsWhatIsRecoveredNext() {
        var shares = LoanShares.own(CHART);
        books(shares, "PayoutConfirmed", Map.of("principal", "1000.00"));
        post(shares.book(Moved.shared("principal", cny("1000.00"), RULES.of("LoanChargedOff", "principal", ""))
                .debtStanding()));
        post(new Transfers(RULES).guaranteed(guaranteed("200.00", "9.00"), shares, "CHARGED_OFF"));
        post(shares.book(
                Moved.shared("principal", cny("150.00"), RULES.of("RepaymentReceived", "principal", "CHARGED_OFF"))));
        assertThat(balance(GUARANTOR, "1300-subrogated-claims")).isEqualTo("59.00");
        assertThat(balance(BooksId.OWN, "4500-recoveries"))
                .as("from the guarantor alone")
                .isEqualTo("-200.00");
    }

    @Test
    void aRefundThatIsOwedIsDebtUntilItIsGivenBack() {
        var shares = coLent();
        books(shares, "PayoutConfirmed", Map.of("principal", "1000.00"));
        books(shares, "RefundOwed", Map.of("principal", "100.00"));
        assertThat(balance(BooksId.OWN, "2200-customer-credit")).isEqualTo("-100.00");
        books(shares, "RepaymentReceived", Map.of("principal", "1100.00"));
        assertThat(balance(BooksId.OWN, "1100-loans")).isEqualTo("0.00");
        assertThat(balance(BANK, "1100-loans")).isEqualTo("0.00");
    }

    @Test
    void aPayoutThatCameBackAndIsHeldLeavesTheTransitOfPayouts() {
        var shares = LoanShares.own(CHART);
        post(shares.book(Moved.shared("amount", cny("70.00"), RULES.of("MoneyHeld", "amount", "PAYOUT_RETURN"))));
        post(shares.book(
                Moved.shared("amount", cny("70.00"), RULES.of("InstructionReconciled", "amount", "PayOutBack"))));
        assertThat(balance(BooksId.OWN, "1900-payouts-in-transit")).isEqualTo("0.00");
        assertThat(balance(BooksId.OWN, "1910-receipts-in-transit")).isEqualTo("0.00");
        assertThat(balance(BooksId.OWN, "2300-suspense")).isEqualTo("-70.00");
    }

    private static GuaranteePaid guaranteed(String principal, String interest) {
        return guaranteed("change-1", principal, interest);
    }

    private static GuaranteePaid guaranteed(String claim, String principal, String interest) {
        var zero = cny("0.00");
        return new GuaranteePaid(
                new LoanId("loan-1"),
                claim,
                GUARANTOR,
                List.of(1),
                new Parts(cny(principal), cny(interest), zero, zero, zero),
                null,
                DAY,
                DAY,
                WHY,
                Instant.EPOCH,
                null);
    }

    @Test
    void interestThatBecomesPrincipalIsPaidToWhomItWasOwedAndLentByWhoLends() {
        var shares = facilitated();
        books(shares, "PayoutConfirmed", Map.of("principal", "1000.00"));
        var rules = List.of(
                new PostingRules.Rule(Basis.CASH, "1100-loans", "4100-interest-income"),
                new PostingRules.Rule(Basis.ACCRUAL, "1100-loans", "1200-accrued-interest"));
        post(shares.book(Moved.shared("interest", cny("10.00"), rules)));
        assertThat(balance(BANK, "1100-loans")).isEqualTo("1010.00");
        assertThat(balance(BANK, "4100-interest-income")).isEqualTo("-8.00");
        assertThat(balance(BANK, "1800-clearing")).isEqualTo("-2.00");
        assertThat(balance(BooksId.OWN, "1800-clearing")).isEqualTo("2.00");
        assertThat(balance(BooksId.OWN, "1800-clearing", Basis.ACCRUAL)).isEqualTo("2.00");
        books(shares, "RepaymentReceived", Map.of("principal", "1010.00"));
        assertThat(balance(BANK, "1100-loans")).isEqualTo("0.00");
    }

    @Test
    void whateverComesAndGoesNobodyOwnsACentOfADebtThatIsPaid() {
        var random = new Random(11);
        for (var run = 0; run < 50; run++) {
            balances.clear();
            var shares = random.nextBoolean() ? coLent() : facilitated();
            books(shares, "PayoutConfirmed", Map.of("principal", "5000.00"));
            var left = 500_000;
            for (var step = 0; step < 40; step++) {
                var units = random.nextInt(left + 1);
                if (step == 15) {
                    post(new Transfers(RULES).guaranteed(guaranteed(cents(units), "3.33"), shares, ""));
                } else if (random.nextInt(4) == 0 && left < 500_000) {
                    var back = random.nextInt(500_000 - left);
                    books(shares, "TransactionReversed", Map.of("principal", cents(back), "interest", "0.07"));
                    left += back;
                } else {
                    books(shares, "RepaymentReceived", Map.of("principal", cents(units), "interest", "0.11"));
                    left -= units;
                }
            }
            books(shares, "RepaymentReceived", Map.of("principal", cents(left)));
            assertThat(balance(BooksId.OWN, "1100-loans")).isEqualTo("0.00");
            assertThat(balance(BANK, "1100-loans")).isEqualTo("0.00");
            assertThat(balance(GUARANTOR, "1300-subrogated-claims").replace("3.33", "0.00"))
                    .as("what is left of its interest")
                    .satisfies(text -> assertThat(new BigDecimal(text)).isBetween(of("0.00"), of("3.33")));
            var clearing = balances.entrySet().stream()
                    .filter(entry -> entry.getKey().contains("1800-clearing CASH"))
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(clearing).as("what all owe each other").isEqualByComparingTo("0");
        }
    }

    private static String cents(int units) {
        return BigDecimal.valueOf(units, 2).toPlainString();
    }
}
