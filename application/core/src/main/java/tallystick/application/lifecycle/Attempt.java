package tallystick.application.lifecycle;

import tallystick.application.api.Considered;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;

/** One try to place the application with one programme. */
public record Attempt(int nr, Considered programme, InstructionId instruction, Money amount, Progress progress) {
    /** How the bank took it. */
    public enum Progress {
        SUBMITTED,
        UNKNOWN,
        APPROVED,
        DECLINED
    }

    Attempt now(Progress next) {
        return new Attempt(nr, programme, instruction, amount, next);
    }

    /** The bank may still say something that counts. */
    boolean isOpen() {
        return progress == Progress.SUBMITTED || progress == Progress.UNKNOWN;
    }
}
