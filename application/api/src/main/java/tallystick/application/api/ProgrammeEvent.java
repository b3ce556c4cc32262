package tallystick.application.api;

import java.time.Instant;
import tallystick.kernel.BankId;
import tallystick.kernel.ProgrammeId;

/** Everything that can happen to a programme. Stored for ever: add, never rename or move. */
public sealed interface ProgrammeEvent {
    ProgrammeId programme();

    /** Nothing is placed with it before another person has approved it. */
    record ProgrammeAdded(ProgrammeId programme, BankId bank, ProgrammeData data, String by, Instant at)
            implements ProgrammeEvent {}

    /** Proposed; what was approved before stays in force until this is approved too. */
    record ProgrammeChanged(ProgrammeId programme, ProgrammeData data, String by, Instant at)
            implements ProgrammeEvent {}

    /** What was added or changed last is in force from here on. */
    record ProgrammeApproved(ProgrammeId programme, ProgrammeData data, String by, Instant at)
            implements ProgrammeEvent {}
}
