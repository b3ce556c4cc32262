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

    /** Takes effect, once another person has approved it, for applications that are routed from then on. */
    record ChangeProgramme(ProgrammeId target, ProgrammeData data, String by, Instant at) implements ProgrammeCommand {}

    /** @param data what was shown: nothing else is approved */
    record ApproveProgramme(ProgrammeId target, ProgrammeData data, String by, Instant at)
            implements ProgrammeCommand {}
}
