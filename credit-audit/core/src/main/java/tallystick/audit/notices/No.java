package tallystick.audit.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tallystick.audit.api.Reason;
import tallystick.audit.api.Wanted;
import tallystick.kernel.Jurisdiction;

/** What somebody has to be told of a case: who said no and why, or what is missing before anybody can answer. */
sealed interface No {
    Occasion occasion();

    /** When it was said. */
    Instant at();

    List<Reason> reasons(Language language);

    /** From when the clock of the law runs. */
    default Instant since() {
        return at();
    }

    /** By the rules, or by a person who had a look: for the reasons that are stored with the decision. */
    record Ours(List<Reason> stored, Instant at) implements No {
        @Override
        public Occasion occasion() {
            return Occasion.DECLINED;
        }

        @Override
        public List<Reason> reasons(Language language) {
            return stored.stream().map(language::of).toList();
        }
    }

    /**
     * The applicant was asked to bring something, and nothing is decided before.
     *
     * @param before from then on it is too late
     * @param since when the application came
     */
    record Incomplete(List<Wanted> wanted, Instant before, Instant since, Instant at) implements No {
        @Override
        public Occasion occasion() {
            return Occasion.INCOMPLETE;
        }

        @Override
        public List<Reason> reasons(Language language) {
            return named(wanted, occasion(), language);
        }

        /** The last day on which it counts. */
        LocalDate answerBy(Jurisdiction place) {
            return place.dateAt(before).minusDays(1);
        }
    }

    /** It did not come. */
    record Unanswered(List<Wanted> wanted, Instant at) implements No {
        @Override
        public Occasion occasion() {
            return Occasion.DECLINED;
        }

        @Override
        public List<Reason> reasons(Language language) {
            return named(wanted, occasion(), language);
        }
    }

    private static List<Reason> named(List<Wanted> wanted, Occasion occasion, Language language) {
        return wanted.stream()
                .map(one -> new Reason(one.name(), occasion.in(language).one().formatted(language.of(one))))
                .toList();
    }

    /**
     * By lenders, each of which is named with what it gives as its reason: their reasons are not ours.
     *
     * @param reasons by lender, where it gave one
     */
    record OfLenders(Occasion occasion, Instant at, List<String> lenders, Map<String, String> reasons) implements No {
        private static final String LENDER = "LENDER-TERMS";
        private static final String NO_LENDER = "NO-LENDER";

        public OfLenders {
            lenders = List.copyOf(lenders);
            reasons = Map.copyOf(reasons);
        }

        @Override
        public List<Reason> reasons(Language language) {
            return lenders.isEmpty()
                    ? List.of(new Reason(NO_LENDER, occasion.in(language).nobody()))
                    : lenders.stream()
                            .map(lender -> new Reason(LENDER, text(lender, occasion.in(language))))
                            .toList();
        }

        private String text(String lender, Occasion.Words words) {
            var reason = reasons.get(lender);
            return reason == null
                    ? words.one().formatted(lender)
                    : words.because().formatted(lender, reason);
        }
    }
}
