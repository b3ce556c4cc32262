package tallystick.loan.engine;

import tallystick.kernel.Money;

/**
 * What a guarantor's claim has borne by the day of a statement, paid or not: a part of the penalties.
 *
 * @param claim the id of the fact
 */
public record ClaimInterest(String claim, Money interest) {}
