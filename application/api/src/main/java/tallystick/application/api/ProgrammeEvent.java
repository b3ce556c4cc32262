package tallystick.application.api;

import java.time.Instant;
import tallystick.kernel.BankId;
import tallystick.kernel.ProgrammeId;

/** Everything that can happen to a programme. Stored for ever: add, never rename or move. */
public sealed interface ProgrammeEvent {
    ProgrammeId programme();

    record ProgrammeAdded(ProgrammeId programme, BankId bank, ProgrammeData data, String by, Instant at)
            implements ProgrammeEvent {}

    record ProgrammeChanged(ProgrammeId programme, ProgrammeData data, String by, Instant at)
            implements ProgrammeEvent {}
}
