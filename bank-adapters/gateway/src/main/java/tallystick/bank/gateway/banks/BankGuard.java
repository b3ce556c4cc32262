package tallystick.bank.gateway.banks;

import java.util.Map;
import tallystick.runtime.security.Caller;
import tallystick.runtime.web.door.IdGuard;

/** A bank in a path is one we have and the caller may know of. */
record BankGuard(Banks banks, BankSight sight) implements IdGuard {
    @Override
    public String variable() {
        return "bank";
    }

    @Override
    public boolean visible(String id, Map<String, String> path, Caller caller) {
        return banks.find(id).isPresent() && sight.sees(caller, id);
    }
}
