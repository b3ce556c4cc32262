package tallystick.bank.spi;

import java.time.Duration;

/**
 * The frame of one call.
 *
 * @param attempt counts the submissions of one instruction from 1
 * @param within after this the gateway interrupts the thread and takes the outcome for unknown
 */
public record CallContext(int attempt, Duration within) {}
