package tallystick.loan.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.BusinessCalendar;
import tallystick.kernel.BusinessDayRule;
import tallystick.kernel.Rate;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.Agreed;
import tallystick.loan.engine.DueDays;
import tallystick.loan.engine.FloatingRate;
import tallystick.loan.engine.Penalty;
import tallystick.loan.engine.RateStep;
import tallystick.loan.engine.Rebate;
import tallystick.loan.engine.Step;
import tallystick.loan.engine.Tax;
import tallystick.loan.engine.TermsNotPossible;
import tallystick.loan.engine.calendars.Calendars;

/** The parts of terms that few loans have: due days by calendar, floating rates, taxes and agreed amounts. */
final class RareTerms {
    private RareTerms() {}

    static DueDays days(Terms.@Nullable Dates dates) {
        if (dates == null) {
            return DueDays.ANNIVERSARY;
        }
        return new DueDays(
                dates.day(),
                word(DueDays.FirstPeriod.class, dates.firstPeriod(), DueDays.FirstPeriod.LONG, "dates/firstPeriod"),
                Objects.requireNonNullElse(dates.endOfMonth(), false),
                word(BusinessDayRule.class, dates.rule(), BusinessDayRule.NONE, "dates/rule"),
                calendar(dates.calendar()));
    }

    private static @Nullable BusinessCalendar calendar(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Calendars.named(name)
                .orElseThrow(() -> new TermsNotPossible(
                        "dates/calendar", "must be one of " + String.join(", ", Calendars.NAMES), name));
    }

    static List<RateStep> rates(Terms.@Nullable Floating floating) {
        if (floating == null) {
            return List.of();
        }
        var fixings = floating.fixings().stream()
                .map(fixing -> new FloatingRate.Fixing(fixing.reset(), fixing.index()))
                .toList();
        return new FloatingRate(floating.index(), floating.spread(), floating.cap(), floating.floor(), fixings).steps();
    }

    static List<Tax> taxes(@Nullable List<Terms.Tax> asked) {
        var taxes = new ArrayList<Tax>();
        for (var tax : Objects.requireNonNullElse(asked, List.<Terms.Tax>of())) {
            var on = word(Tax.On.class, tax.on(), null, "taxes/%d/on".formatted(taxes.size()));
            taxes.add(new Tax(tax.name(), tax.fraction(), on, Boolean.TRUE.equals(tax.included())));
        }
        return taxes;
    }

    static @Nullable Penalty penalty(Terms.@Nullable Penalty penalty, Rate contract) {
        if (penalty == null) {
            return null;
        }
        var compounding = penalty.compounding() == null ? null : Step.parse(penalty.compounding());
        return new Penalty(
                lateRate(penalty, contract),
                word(Penalty.On.class, penalty.on(), null, "penalty/on"),
                penalty.graceDays(),
                compounding);
    }

    private static Rate lateRate(Terms.Penalty penalty, Rate contract) {
        var rate = penalty.annualRate();
        var late = penalty.lateRate();
        if (rate != null && late == null) {
            return rate;
        }
        if (rate != null || late == null || (late.multiple() == null) == (late.margin() == null)) {
            throw new TermsNotPossible(
                    "penalty",
                    "must have either an annualRate, or a lateRate with either a multiple or a margin",
                    rate == null ? "none of them" : "more than one");
        }
        return late.multiple() == null
                ? Penalty.above(contract, Objects.requireNonNull(late.margin()), late.lowest(), late.highest())
                : Penalty.multipleOf(contract, late.multiple(), late.lowest(), late.highest());
    }

    static Rebate rebate(Terms.@Nullable EarlySettlement asked) {
        return asked == null ? Rebate.ACTUARIAL : word(Rebate.class, asked.rebate(), null, "earlySettlement/rebate");
    }

    static Agreed agreed(Terms terms) {
        return new Agreed(terms.installment(), Objects.requireNonNullElse(terms.principals(), List.of()));
    }

    private static <E extends Enum<E>> E word(Class<E> words, @Nullable String text, @Nullable E absent, String field) {
        if (text == null && absent != null) {
            return absent;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new TermsNotPossible(
                        field, "must be one of " + Arrays.toString(words.getEnumConstants()), String.valueOf(text)));
    }
}
