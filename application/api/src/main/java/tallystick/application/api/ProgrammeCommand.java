package tallystick.application.api;

import java.time.Instant;
import tallystick.kernel.Addressed;
import tallystick.kernel.BankId;
import tallystick.kernel.ProgrammeId;

/** What one may ask of a programme. */
public sealed interface ProgrammeCommand extends Addressed {
    @Override
    ProgrammeId target();

    record AddProgramme(ProgrammeId target, BankId bank, ProgrammeData data, String by, Instant at)
            implements ProgrammeCommand {}

    /** Takes effect for applications that are routed from now on. */
    record ChangeProgramme(ProgrammeId target, ProgrammeData data, String by, Instant at) implements ProgrammeCommand {}
}
