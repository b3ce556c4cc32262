package tallystick.application.lines;

import java.util.Map;
import tallystick.application.api.FundingLineCommand.ReserveExposure;
import tallystick.application.api.FundingLineEvent.Slot;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Money;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;

/** Every no a funding line says, in words. */
final class Refusals {
    private Refusals() {}

    static Refused unknown(FundingLineId id) {
        return no(
                "funding-line-unknown", "No such funding line", "Expected a line %s; found none.".formatted(id.name()));
    }

    static Refused taken(FundingLine line) {
        return no(
                "already-taken",
                "Something that must be unique is taken",
                "Expected a new name; a line %s of bank %s is there. Change that one, or choose another name."
                        .formatted(line.id().name(), line.bank()));
    }

    static Refused limitBelowUsed(FundingLine line, Money limit) {
        var used = line.reserved().plus(line.confirmed());
        return new Refusal(
                        "limit-below-used",
                        "More is in use",
                        "Expected a limit of at least %s, which is in use; found %s. Raise it, or wait for releases."
                                .formatted(used, limit),
                        Map.of("used", used.toString(), "limit", limit.toString()))
                .asException();
    }

    static Refused exhausted(FundingLine line, Money amount) {
        return new Refusal(
                        "line-exhausted",
                        "Not enough is left",
                        "Expected %s to be left on line %s; found %s."
                                .formatted(amount, line.id().name(), line.available()),
                        Map.of("available", line.available().toString(), "amount", amount.toString()))
                .asException();
    }

    static Refused quotaTaken(String period, Slot slot, int quota) {
        return no(
                "quota-of-" + period,
                "The quota of the %s is taken".formatted(period),
                "Expected programme %s to take one more in the %s of %s; it has taken its %d."
                        .formatted(slot.programme().name(), period, slot.day(), quota));
    }

    static Refused concentrated(FundingLine line, ReserveExposure wanted) {
        return new Refusal(
                        "concentration-above-law",
                        "The law lets the bank lend no more through one partner",
                        "Expected bank %s to have lent %s at most through one partner; with %s it would have lent %s."
                                .formatted(
                                        line.bank(),
                                        wanted.most(),
                                        wanted.amount(),
                                        line.used().plus(wanted.amount())),
                        Map.of(
                                "used",
                                line.used().toString(),
                                "most",
                                wanted.most().toString()))
                .asException();
    }

    static Refused boundByLaw(FundingLine line) {
        return no(
                "bound-by-law",
                "The law sets this limit",
                "Expected a line that people propose; %s counts what bank %s lends together with others. Change the capital"
                                .formatted(line.id().name(), line.bank())
                        + " that its programmes state.");
    }

    static Refused ofAnotherBank(FundingLine line, BankId bank) {
        return no(
                "line-exhausted",
                "Not enough is left",
                "Expected line %s to be one of bank %s; found one of bank %s."
                        .formatted(line.id().name(), bank, line.bank()));
    }

    static Refused notReserved(FundingLine line, ApplicationId application) {
        return no(
                "not-reserved",
                "Nothing is reserved",
                "Expected a reservation of %s on line %s; found none of that amount."
                        .formatted(application, line.id().name()));
    }

    private static Refused no(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }
}
