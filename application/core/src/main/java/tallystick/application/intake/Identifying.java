package tallystick.application.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.PartyEvent.Identifier;
import tallystick.application.intake.DraftBody.ApplicantBody;
import tallystick.application.parties.Parties;
import tallystick.runtime.sealing.IdentifierKind;

/** What of a person as entered finds a party, and what connects one with others. */
final class Identifying {
    private final Parties parties;

    Identifying(Parties parties) {
        this.parties = parties;
    }

    /** What a whole draft can be found by. */
    List<Identifier> of(DraftBody draft) {
        var all = new LinkedHashSet<Identifier>();
        if (draft.applicant() != null) {
            all.addAll(named(draft.applicant()));
        }
        draft.others().forEach(other -> all.addAll(named(other)));
        var collateral = draft.collateral();
        if (collateral != null) {
            var numbers = new ArrayList<Identifier>();
            connect(numbers, "VIN", collateral.vin());
            connect(numbers, "PLATE", collateral.plate());
            all.addAll(numbers);
        }
        return List.copyOf(all);
    }

    private List<Identifier> named(ApplicantBody person) {
        var all = new ArrayList<>(of(person));
        connect(all, "NAME", person.name());
        return all;
    }

    List<Identifier> of(ApplicantBody person) {
        var clear = new EnumMap<IdentifierKind, String>(IdentifierKind.class);
        put(clear, IdentifierKind.NATIONAL_ID, person.nationalId());
        put(clear, IdentifierKind.PHONE, person.phone());
        put(clear, IdentifierKind.ACCOUNT, person.payoutAccount());
        put(clear, IdentifierKind.EMAIL, person.email());
        put(clear, IdentifierKind.DEVICE, person.device());
        var all = new ArrayList<>(parties.identifiers(clear));
        connect(all, "ADDRESS", person.address());
        connect(all, "EMPLOYER", person.employer());
        return all;
    }

    private static void put(Map<IdentifierKind, String> into, IdentifierKind kind, @Nullable String clear) {
        if (clear != null) {
            into.put(kind, clear);
        }
    }

    private void connect(List<Identifier> into, String kind, @Nullable String clear) {
        if (clear != null) {
            into.add(parties.connection(kind, clear));
        }
    }
}
