package tallystick.application.lifecycle;

import java.util.List;
import java.util.stream.Stream;
import tallystick.application.api.ApplicationEvent.ConsentWithdrawn;
import tallystick.application.api.Draft;
import tallystick.application.api.Draft.Consent;

/** What people agree to, and take back. */
final class Consenting {
    private Consenting() {}

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
