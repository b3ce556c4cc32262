package tallystick.bank.gateway.instruction;

import java.util.Map;
import tallystick.bank.gateway.banks.BankSight;
import tallystick.runtime.security.Caller;
import tallystick.runtime.web.door.IdGuard;

/** An instruction is seen by everybody who may read, and by the bank it goes to. */
record InstructionGuard(InstructionTable table, BankSight sight) implements IdGuard {
    @Override
    public String variable() {
        return "instruction";
    }

    @Override
    public boolean visible(String id, Map<String, String> path, Caller caller) {
        return table.find(id)
                .filter(row -> sight.sees(caller, row.bank().value()))
                .isPresent();
    }
}
