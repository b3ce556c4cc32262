package tallystick.application.placement;

import tallystick.application.api.ProgrammeData;
import tallystick.kernel.BankId;
import tallystick.kernel.ProgrammeId;

/**
 * A programme as the router sees it.
 *
 * @param nr its number among those of its product, which it keeps in every routing
 * @param approved whether anything may be placed with it
 */
record Listed(int nr, ProgrammeId id, BankId bank, ProgrammeData data, boolean approved) {}
