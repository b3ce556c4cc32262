package tallystick.runtime.web.writes;

/** Answers for a write that is durable and does not show yet: 202 with the operation to follow. */
@FunctionalInterface
public interface LateAnswers {
    /**
     * The answer.
     *
     * @param place where the thing can be read once it shows
     */
    Said answer(String context, String id, long version, String place, String by);
}
