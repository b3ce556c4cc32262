package tallystick.bank.spi;

/**
 * What a bank is like now.
 *
 * @param says for operators, without secrets and without personal data
 */
public record Probe(boolean reachable, String says) {}
