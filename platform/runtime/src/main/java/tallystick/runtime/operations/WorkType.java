package tallystick.runtime.operations;

/**
 * A kind of long work; a bean. {@link #run} may be called again for the same operation after a crash, on another node:
 * it then continues behind {@link Work#reached}, and what it did beyond that point it must be able to do again.
 */
public interface WorkType {
    /** Upper case, such as {@code DAY_CLOSE}; part of the API. */
    String type();

    /**
     * Does the work.
     *
     * @return the address of what came out
     * @throws tallystick.kernel.Refused when it ends with a no, which becomes the operation's problem
     */
    String run(Work work) throws Exception;
}
