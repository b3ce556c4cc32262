package tallystick.kernel;

/**
 * A question one context asks another, as a message. It changes nothing.
 *
 * @param <A> what the answer is
 */
public interface Query<A> {
    Class<A> answer();
}
