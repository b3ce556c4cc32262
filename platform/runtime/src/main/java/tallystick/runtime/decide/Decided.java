package tallystick.runtime.decide;

/**
 * What a command led to, once it is durable.
 *
 * @param id the thing that decided
 * @param version its number of events, also its ETag; unchanged when the command was a repeat
 * @param state its state at that version
 */
public record Decided<S>(String id, long version, S state) {}
