package tallystick.application.parties;

import java.time.LocalDate;
import java.util.Map;
import tallystick.kernel.PartyId;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;

/** Every no a party says, in words. */
final class Refusals {
    private Refusals() {}

    static Refused unknown(PartyId id) {
        return no("party-unknown", "No such party", "Expected a party %s; found none.".formatted(id));
    }

    static Refused withItself(PartyId id) {
        return no(
                "merge-with-itself",
                "A party is no other than itself",
                "Expected two parties to merge; found %s twice. Name the one it turned out to be.".formatted(id));
    }

    static Refused mergedAlready(PartyId id, PartyId into) {
        return new Refusal(
                        "party-merged",
                        "The party is merged",
                        "Expected %s to stand for itself; it is merged into %s. Merge that one, or split this one first."
                                .formatted(id, into),
                        Map.of("mergedInto", into.value()))
                .asException();
    }

    static Refused legalHold(PartyId id) {
        return no(
                "erasure-held",
                "A hold stands against it",
                "Expected no hold on %s; there is one. Lift it first, if the law lets you.".formatted(id));
    }

    static Refused mustBeKept(PartyId id, LocalDate until) {
        return new Refusal(
                        "erasure-too-early",
                        "The data must be kept",
                        "Expected everything about %s to be over and its retention to have ended; it may be erased from %s on. Until then look at it only where the law asks."
                                .formatted(id, until.equals(LocalDate.MAX) ? "the end of what is open" : until),
                        Map.of("possibleFrom", until.equals(LocalDate.MAX) ? "open" : until.toString()))
                .asException();
    }

    private static Refused no(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }
}
