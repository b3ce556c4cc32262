package tallystick.runtime.queries;

/** A bean whose {@code @QueryHandler} methods answer other contexts. Their only argument is the question. */
public interface AnswersQueries {}
