package tallystick.runtime.operations;

import java.util.Map;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.door.IdGuard;

/** An operation is seen by who started it, and by those who watch over everything. */
record OperationGuard(OperationTable table) implements IdGuard {
    @Override
    public String variable() {
        return "operation";
    }

    @Override
    public boolean visible(String id, Map<String, String> path, Caller caller) {
        return table.find(id)
                .filter(found -> watches(caller) || found.owner().equals(caller.name()))
                .isPresent();
    }

    static boolean watches(Caller caller) {
        return caller.hasAny(Role.OPERATIONS, Role.AUDITOR, Role.ADMIN);
    }
}
