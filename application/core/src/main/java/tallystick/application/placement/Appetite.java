package tallystick.application.placement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Considered.Skip;
import tallystick.application.api.Draft;
import tallystick.application.api.ProgrammeData;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.Submission;
import tallystick.application.market.Law;
import tallystick.application.market.Market;
import tallystick.application.placement.CoLending.Lent;
import tallystick.kernel.BankId;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Everything that speaks against placing one application with a programme at one moment, in words. Pure. */
final class Appetite {
    private static final String APPLICANT = "applicant.";

    private final Draft draft;
    private final Submission wanted;
    private final Jurisdiction jurisdiction;
    private final Instant at;
    private final List<Skip> skips = new ArrayList<>();

    private Appetite(Application application, Instant at) {
        this.draft = application.draft();
        this.wanted = application.submitted();
        this.jurisdiction = Jurisdiction.named(wanted.agreement().jurisdiction());
        this.at = at;
    }

    /**
     * What is known besides the application and the programme.
     *
     * @param today how many applications the programme has taken today
     * @param allInCost of a year with every fee; null where no fee comes on top of the rate
     * @param lent what each bank of a programme with partners lends through us already
     */
    record Usage(int today, int thisMonth, @Nullable BigDecimal allInCost, Map<BankId, Money> lent) {
        static final Usage NONE = new Usage(0, 0);

        Usage(int today, int thisMonth) {
            this(today, thisMonth, null, Map.of());
        }

        Usage costing(@Nullable BigDecimal cost) {
            return new Usage(today, thisMonth, cost, lent);
        }

        Usage lending(Map<BankId, Money> already) {
            return new Usage(today, thisMonth, allInCost, already);
        }
    }

    /** Empty when nothing does. */
    static List<Skip> against(Listed programme, Application application, Lent lent, Usage used, Instant at) {
        var appetite = new Appetite(application, at);
        appetite.skip(!programme.approved(), "NOT_APPROVED", "Nobody has approved the programme yet");
        appetite.people(programme);
        appetite.fields(programme.data());
        appetite.size(programme.data());
        appetite.place(programme.data());
        appetite.price(programme.data().annualRate(), used.allInCost());
        appetite.skips.addAll(CoLending.against(programme, lent, appetite.law(), appetite.today(), used.lent()));
        appetite.time(programme.data(), used);
        return appetite.skips;
    }

    private void people(Listed programme) {
        skip(
                !CoLending.banks(programme).stream().allMatch(bank -> draft.agreed("BANK_SHARING", bank, at)),
                "NO_CONSENT",
                "Not everybody has agreed to share data with this bank");
    }

    private void fields(ProgrammeData data) {
        var missing = Objects.requireNonNullElse(data.requires(), List.<String>of()).stream()
                .filter(field -> !isGiven(field))
                .toList();
        skip(!missing.isEmpty(), "FIELDS_MISSING", "Wants %s as well".formatted(String.join(", ", missing)));
    }

    /** Of a collateral that is there everything is: its product asks for it. */
    private boolean isGiven(String field) {
        var person = draft.applicant();
        return field.startsWith(APPLICANT)
                ? person != null && person.given().contains(field.substring(APPLICANT.length()))
                : field.startsWith("collateral.") && draft.collateral() != null;
    }

    private void size(ProgrammeData data) {
        var amount = wanted.amount().amount();
        var limits = data.amount();
        skip(
                amount.compareTo(limits.min()) < 0,
                "AMOUNT_BELOW_MIN",
                "Takes %s and more".formatted(plain(limits.min())));
        skip(amount.compareTo(limits.max()) > 0, "AMOUNT_ABOVE_MAX", "Takes %s at most".formatted(plain(limits.max())));
        var counts = data.count();
        skip(wanted.count() < counts.min(), "COUNT_BELOW_MIN", "Takes %d instalments and more".formatted(counts.min()));
        skip(wanted.count() > counts.max(), "COUNT_ABOVE_MAX", "Takes %d instalments at most".formatted(counts.max()));
    }

    private void place(ProgrammeData data) {
        var region = draft.region();
        skip(
                !data.regions().contains("*")
                        && (region == null || !data.regions().contains(region)),
                "OUTSIDE_REGION",
                "Lends in %s only".formatted(String.join(", ", data.regions())));
    }

    private void price(Rate rate, @Nullable BigDecimal allInCost) {
        var agreement = wanted.agreement();
        skip(rate.compareTo(agreement.highestRate()) > 0, "RATE_ABOVE_PRODUCT", "Costs more than the product may");
        skip(rate.compareTo(agreement.lowestRate()) < 0, "RATE_BELOW_PRODUCT", "Costs less than the product may");
        law().figure("max-annual-rate", today()).map(Law.Figure::value).ifPresent(most -> {
            skip(
                    rate.perYear().compareTo(most) > 0,
                    "RATE_ABOVE_LAW",
                    "Costs more than %s a year, which is the most the law allows".formatted(plain(most)));
            skip(
                    allInCost != null && allInCost.compareTo(most) > 0,
                    "COST_ABOVE_LAW",
                    "With its fees it costs more than %s a year, which is the most the law allows"
                            .formatted(plain(most)));
        });
    }

    private Law law() {
        return Market.of(jurisdiction).law();
    }

    private LocalDate today() {
        return jurisdiction.dateAt(at);
    }

    private void time(ProgrammeData data, Usage used) {
        if (data.hours() != null) {
            var hours = data.hours().split("-", 2);
            var now = jurisdiction.timeAt(at);
            var open = !now.isBefore(LocalTime.parse(hours[0])) && now.isBefore(LocalTime.parse(hours[1]));
            skip(!open, "OUTSIDE_HOURS", "Takes applications from %s to %s".formatted(hours[0], hours[1]));
        }
        var quota = data.quota();
        if (quota != null) {
            skip(
                    quota.daily() != null && used.today() >= quota.daily(),
                    "QUOTA_OF_DAY",
                    "Has taken its %d of today".formatted(quota.daily()));
            skip(
                    quota.monthly() != null && used.thisMonth() >= quota.monthly(),
                    "QUOTA_OF_MONTH",
                    "Has taken its %d of this month".formatted(quota.monthly()));
        }
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private void skip(boolean holds, String code, String text) {
        if (holds) {
            skips.add(new Skip(code, text));
        }
    }
}
