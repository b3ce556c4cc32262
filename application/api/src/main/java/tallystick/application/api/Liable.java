package tallystick.application.api;

import tallystick.kernel.PartyId;

/** A party that answers for the loan beside the applicant. */
public record Liable(PartyId party, Draft.Liability liability) {}
