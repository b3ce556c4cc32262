package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import tallystick.loan.api.ContactPolicy;
import tallystick.loan.csv.ShippedFile;

/** Contact policies by jurisdiction, from data with their sources. */
final class ContactPolicies {
    private final Map<String, Known> known;

    private record Known(ZoneId zone, ContactPolicy policy) {}

    private ContactPolicies(Map<String, Known> known) {
        this.known = Map.copyOf(known);
    }

    static ContactPolicies shipped() {
        return new ContactPolicies(ShippedFile.lines("/collections/contact-policy.csv")
                .collect(Collectors.toMap(cells -> cells[0], ContactPolicies::known)));
    }

    private static Known known(String[] cells) {
        return new Known(
                ZoneId.of(cells[1]),
                new ContactPolicy(
                        LocalTime.parse(cells[2]),
                        LocalTime.parse(cells[3]),
                        Integer.parseInt(cells[4]),
                        Integer.parseInt(cells[5])));
    }

    ContactPolicy of(String jurisdiction) {
        return in(jurisdiction).policy();
    }

    LocalTime localTime(String jurisdiction, Instant now) {
        return LocalTime.ofInstant(now, in(jurisdiction).zone());
    }

    private Known in(String jurisdiction) {
        var found = known.get(jurisdiction);
        if (found == null) {
            throw new IllegalStateException("Expected a contact policy of %s; found none. Add it to contact-policy.csv."
                    .formatted(jurisdiction));
        }
        return found;
    }
}
