package tallystick.bank.gateway.banks;

import java.util.List;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;

/** Which banks' things a caller may know of: whoever is here as a bank sees its own, others see all. */
public record BankSight(Banks banks) {
    /**
     * What goes into a query.
     *
     * @param banks never empty, so that it can stand in a list
     */
    public record Seen(boolean all, List<String> banks) {}

    public boolean sees(Caller caller, String bank) {
        return of(caller).all() || of(caller).banks().contains(bank);
    }

    public Seen of(Caller caller) {
        if (caller.roles().stream().anyMatch(role -> role != Role.BANK)) {
            return new Seen(true, List.of(""));
        }
        var own = banks.all().stream()
                .filter(bank -> bank.settings().user().equals(caller.name()))
                .map(bank -> bank.id().value())
                .toList();
        return new Seen(false, own.isEmpty() ? List.of("") : own);
    }
}
