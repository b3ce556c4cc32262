package tallystick.loan.api;

import java.time.LocalTime;

/**
 * When and how often a borrower may be contacted: data of a jurisdiction.
 *
 * @param from the first minute of the day, in the borrower's zone
 * @param to the first minute that is too late
 * @param attempts the most within the days
 */
public record ContactPolicy(LocalTime from, LocalTime to, int attempts, int days) {}
