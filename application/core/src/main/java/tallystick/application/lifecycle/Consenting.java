package tallystick.application.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tallystick.application.api.ApplicationEvent.ConsentWithdrawn;
import tallystick.application.api.Draft;
import tallystick.application.api.Draft.Consent;
import tallystick.application.api.Draft.Missing;

/** What people agree to, and take back. */
final class Consenting {
    private static final List<String> NEEDED = List.of("CREDIT_BUREAU", "BANK_SHARING", "AUTOMATED_DECISION");

    private Consenting() {}

    /** What nobody is decided on, and no bank is told of, without; each of them by everybody. */
    static Stream<Missing> missing(Draft draft) {
        return IntStream.rangeClosed(0, draft.othersOrNone().size())
                .boxed()
                .flatMap(person -> NEEDED.stream()
                        .filter(purpose -> draft.consents().stream()
                                .noneMatch(consent -> consent.withdrawnAt() == null
                                        && consent.purpose().equals(purpose)
                                        && Objects.requireNonNullElse(consent.person(), 0)
                                                .equals(person)))
                        .map(purpose -> new Missing(of(person) + "/consents/" + purpose, List.of())));
    }

    private static String of(int person) {
        return person == 0 ? "" : "/coApplicants/" + (person - 1);
    }

    static Draft given(Draft before, Consent consent) {
        return with(
                before,
                Stream.concat(before.consents().stream(), Stream.of(consent)).toList());
    }

    static Draft withdrawn(Draft before, ConsentWithdrawn e) {
        return with(
                before,
                before.consents().stream()
                        .map(consent -> consent.withdrawnAt() == null && consent.isMeant(e.purpose(), e.recipient())
                                ? consent.withdrawn(e.at())
                                : consent)
                        .toList());
    }

    private static Draft with(Draft before, List<Consent> consents) {
        return new Draft(
                before.product(),
                before.productVersion(),
                before.channel(),
                before.purpose(),
                before.amount(),
                before.count(),
                before.applicant(),
                consents,
                before.missing(),
                before.collateral(),
                before.others(),
                before.documents(),
                before.identifiers(),
                before.dealer(),
                before.region());
    }
}
