package tallystick.application.placement;

import static tallystick.application.api.ProgrammeData.OWN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProgrammeData;
import tallystick.application.api.ProgrammeData.Partner;
import tallystick.application.api.ProgrammeData.Standby;
import tallystick.kernel.BankId;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;

/** What a programme may say. Pure. */
final class ProgrammeCheck {
    private static final String NAME = "[a-z][a-z0-9-]{0,30}";
    private static final int MOST_PARTNERS = 8;
    private static final BigDecimal MOST_CAPITAL = new BigDecimal("1000000000000000");

    private ProgrammeCheck() {}

    /** @throws ValueNotAllowed with everything that is wrong */
    static void check(ProgrammeData body, String bank) {
        var errors = new ArrayList<Problem.At>();
        must(errors, body.id().matches(NAME), "/id", "a name of lower-case letters, digits and dashes");
        must(errors, body.fundingLine().matches(NAME), "/fundingLine", "the name of a funding line");
        must(errors, body.product().matches("[a-z][a-z0-9-]{1,39}"), "/product", "the name of a product");
        must(
                errors,
                body.amount().min().signum() > 0
                        && body.amount().max().compareTo(body.amount().min()) >= 0,
                "/amount",
                "min above zero, and max at least min");
        must(
                errors,
                body.count().min() >= 1 && body.count().max() >= body.count().min(),
                "/count",
                "min at least 1, and max at least min");
        must(errors, body.annualRate().perYear().signum() >= 0, "/annualRate", "zero or more");
        must(
                errors,
                body.hours() == null
                        || body.hours().matches("([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]"),
                "/hours",
                "a time to a time such as 09:00-17:00");
        must(
                errors,
                body.requires() == null
                        || body.requires().stream().allMatch(field -> field.matches("[a-z][A-Za-z]*\\.[a-z][A-Za-z]*")),
                "/requires",
                "names of fields such as applicant.employer");
        lenders(errors, body, bank);
        if (!errors.isEmpty()) {
            throw ValueNotAllowed.of(errors);
        }
    }

    /** The bank of the programme and its partners lend all of it, each out of a line of its own. */
    private static void lenders(List<Problem.At> errors, ProgrammeData body, String bank) {
        var lenders = new ArrayList<>(Objects.requireNonNullElse(body.partners(), List.<Partner>of()));
        must(
                errors,
                body.partners() == null || (!lenders.isEmpty() && lenders.size() <= MOST_PARTNERS),
                "/partners",
                "one partner to %d, or none at all".formatted(MOST_PARTNERS));
        lenders.add(new Partner(bank, body.share(), body.fundingLine(), body.capital()));
        var possible = lenders.stream().allMatch(ProgrammeCheck::isPossible);
        must(
                errors,
                possible,
                "/partners",
                "banks and lines by their names, shares above zero of at most 9 decimals, capital above zero");
        must(errors, !possible || sum(lenders).compareTo(BigDecimal.ONE) == 0, "/share", "shares that add up to 1");
        must(
                errors,
                differ(lenders, Partner::bank) && differ(lenders, Partner::fundingLine),
                "/partners",
                "each bank and each line once");
        var ours = lenders.stream().anyMatch(lender -> lender.bank().equals(OWN));
        must(
                errors,
                !bank.equals(OWN) && (!ours || lenders.size() == 2),
                "/partners",
                "a share of ours beside that of the bank alone, which pays both out");
        standby(errors, body.standby(), lenders, ours);
    }

    /** It takes the share of whoever does not pay, so it lends nothing else of the loan. */
    private static void standby(
            List<Problem.At> errors, @Nullable Standby standby, List<Partner> lenders, boolean ours) {
        if (standby == null) {
            return;
        }
        var all = new ArrayList<>(lenders);
        all.add(new Partner(standby.bank(), BigDecimal.ONE, standby.fundingLine(), standby.capital()));
        must(
                errors,
                lenders.size() > 1
                        && !ours
                        && !standby.bank().equals(OWN)
                        && isPossible(all.getLast())
                        && differ(all, Partner::bank)
                        && differ(all, Partner::fundingLine),
                "/standby",
                "another bank with a line of its own, where partners pay their shares");
    }

    /**
     * Each lends out of its own money: a line that is there already is one of the bank that is to lend out of it.
     *
     * @throws ValueNotAllowed with every line that is another bank's
     */
    static void lines(ProgrammeData body, String bank, Function<String, Optional<BankId>> banks) {
        var errors = new ArrayList<Problem.At>();
        ofBank(errors, "/fundingLine", body.fundingLine(), bank, banks);
        Objects.requireNonNullElse(body.partners(), List.<Partner>of())
                .forEach(lender -> ofBank(errors, "/partners", lender.fundingLine(), lender.bank(), banks));
        if (body.standby() != null) {
            ofBank(
                    errors,
                    "/standby",
                    body.standby().fundingLine(),
                    body.standby().bank(),
                    banks);
        }
        if (!errors.isEmpty()) {
            throw ValueNotAllowed.of(errors);
        }
    }

    private static void ofBank(
            List<Problem.At> errors,
            String pointer,
            String line,
            String bank,
            Function<String, Optional<BankId>> banks) {
        banks.apply(line)
                .map(BankId::value)
                .filter(owner -> !owner.equals(bank))
                .ifPresent(owner -> errors.add(new Problem.At(
                        pointer, "another-bank", "a line of bank " + bank, "%s of bank %s".formatted(line, owner))));
    }

    private static boolean isPossible(Partner lender) {
        return lender.bank().matches(NAME)
                && lender.fundingLine().matches(NAME)
                && lender.share().signum() > 0
                && lender.share().compareTo(BigDecimal.ONE) <= 0
                && lender.share().stripTrailingZeros().scale() <= 9
                && (lender.capital() == null || isPossible(lender.capital()));
    }

    private static boolean isPossible(BigDecimal capital) {
        return capital.signum() > 0
                && capital.compareTo(MOST_CAPITAL) <= 0
                && capital.stripTrailingZeros().scale() <= 4;
    }

    private static BigDecimal sum(List<Partner> lenders) {
        return lenders.stream().map(Partner::share).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean differ(List<Partner> lenders, Function<Partner, String> what) {
        return lenders.stream().map(what).distinct().count() == lenders.size();
    }

    private static void must(List<Problem.At> errors, boolean holds, String pointer, String expected) {
        if (!holds) {
            errors.add(new Problem.At(pointer, "not-allowed", expected, "another value"));
        }
    }
}
