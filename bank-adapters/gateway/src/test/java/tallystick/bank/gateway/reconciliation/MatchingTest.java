package tallystick.bank.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.bank.gateway.reconciliation.Matching.Finding;
import tallystick.bank.gateway.reconciliation.Matching.Finding.AmountDiffers;
import tallystick.bank.gateway.reconciliation.Matching.Finding.DateShift;
import tallystick.bank.gateway.reconciliation.Matching.Finding.Matched;
import tallystick.bank.gateway.reconciliation.Matching.Finding.OnlyOurs;
import tallystick.bank.gateway.reconciliation.Matching.Finding.OnlyTheirs;
import tallystick.bank.gateway.reconciliation.Matching.Ours;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.FetchResult.Direction;
import tallystick.bank.spi.FetchResult.Line;

/** What we expect against what the bank has booked: each row once, and no guess that could be wrong. */
class MatchingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");

    private static Ours ours(String instruction, @Nullable String reference, String amount) {
        return new Ours(instruction, reference, Direction.DEBIT, Amount.of("CNY", amount), DAY);
    }

    private static Line line(String reference, @Nullable String instruction, String amount, LocalDate day) {
        return new Line(reference, instruction, null, Direction.DEBIT, Amount.of("CNY", amount), day);
    }

    private static List<Finding> of(List<Ours> ours, Line... lines) {
        return Matching.of(ours, List.of(lines));
    }

    @Test
    void ourIdMatchesFirst() {
        var mine = List.of(ours("i-1", "r-1", "1.00"));
        assertThat(of(mine, line("r-9", "i-1", "1.00", DAY))).hasExactlyElementsOfTypes(Matched.class);
        assertThat(of(mine, line("r-1", "i-1", "2.00", DAY))).hasExactlyElementsOfTypes(AmountDiffers.class);
        assertThat(of(mine, line("r-1", "i-1", "1.00", DAY.plusDays(1)))).hasExactlyElementsOfTypes(DateShift.class);
    }

    @Test
    void theBanksReferenceMatchesWhereItDoesNotRepeatOurId() {
        assertThat(of(List.of(ours("i-1", "r-1", "1.00")), line("r-1", null, "1.00", DAY)))
                .hasExactlyElementsOfTypes(Matched.class);
    }

    @Test
    void anotherInstructionsIdIsNeverOurs() {
        assertThat(of(List.of(ours("i-1", "r-1", "1.00")), line("r-1", "i-2", "1.00", DAY)))
                .hasExactlyElementsOfTypes(OnlyOurs.class, OnlyTheirs.class);
    }

    @Test
    void anAmountMatchesOnlyWhereThereIsNoOther() {
        var one = List.of(ours("i-1", null, "1.00"));
        var two = List.of(ours("i-1", null, "1.00"), ours("i-2", null, "1.00"));
        assertThat(of(one, line("r-1", null, "1.00", DAY))).hasExactlyElementsOfTypes(Matched.class);
        assertThat(of(two, line("r-1", null, "1.00", DAY)))
                .hasExactlyElementsOfTypes(OnlyOurs.class, OnlyOurs.class, OnlyTheirs.class);
        assertThat(of(one, line("r-1", null, "1.00", DAY), line("r-2", null, "1.00", DAY)))
                .hasExactlyElementsOfTypes(OnlyOurs.class, OnlyTheirs.class, OnlyTheirs.class);
    }

    @Test
    void moneyThatCameBackIsNotMoneyThatWent() {
        var back = new Line("r-1", "i-1", null, Direction.CREDIT, Amount.of("CNY", "1.00"), DAY);
        assertThat(of(List.of(ours("i-1", "r-1", "1.00")), back))
                .hasExactlyElementsOfTypes(OnlyOurs.class, OnlyTheirs.class);
    }

    @Test
    void aBookingThatComesTwiceIsAPersonsTheSecondTime() {
        assertThat(of(
                        List.of(ours("i-1", null, "1.00")),
                        line("r-1", "i-1", "1.00", DAY),
                        line("r-2", "i-1", "1.00", DAY)))
                .hasExactlyElementsOfTypes(Matched.class, OnlyTheirs.class);
    }

    /** Every row is in exactly one finding, whatever was planted; and a million rows are nothing to wait for. */
    @Test
    void aMillionRowsWithPlantedDifferences() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var mine = new ArrayList<Ours>();
        var lines = new ArrayList<Line>();
        var planted = new int[5];
        for (var i = 0; i < 1_000_000; i++) {
            plant(random.nextInt(1_000), i, mine, lines, planted);
        }
        Collections.shuffle(lines, random);
        var started = System.nanoTime();
        var findings = Matching.of(mine, lines);
        System.out.printf("Matched %,d rows in %d ms.%n", lines.size(), (System.nanoTime() - started) / 1_000_000);
        var types = List.of(Matched.class, AmountDiffers.class, DateShift.class, OnlyOurs.class, OnlyTheirs.class);
        for (var type = 0; type < types.size(); type++) {
            var finding = types.get(type);
            assertThat(findings.stream().filter(finding::isInstance).count())
                    .as("%s, seed %d", finding.getSimpleName(), seed)
                    .isEqualTo(planted[type]);
        }
    }

    private static void plant(int dice, int i, List<Ours> mine, List<Line> lines, int... planted) {
        var amount = new Amount(Currency.getInstance("CNY"), BigDecimal.valueOf(100 + i, 2));
        var other = new Amount(amount.currency(), amount.value().add(BigDecimal.ONE));
        var what = dice < 4 ? dice + 1 : 0;
        planted[what]++;
        var id = "instr-" + i;
        var named = dice % 2 == 0 ? id : null;
        var ours = new Ours(id, "ref-" + i, Direction.DEBIT, amount, DAY);
        var day = what == 2 ? DAY.plusDays(1) : DAY;
        var theirs = new Line("ref-" + i, named, null, Direction.DEBIT, what == 1 ? other : amount, day);
        if (what != 4) {
            mine.add(ours);
        }
        if (what != 3) {
            lines.add(theirs);
        }
    }
}
