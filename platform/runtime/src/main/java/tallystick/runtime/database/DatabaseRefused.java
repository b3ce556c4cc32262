package tallystick.runtime.database;

/** The database cannot be used as it stands. Says what was found and what an operator can do about it. */
public final class DatabaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String problem;
    private final String remedy;

    DatabaseRefused(String problem, String remedy) {
        super(problem + " " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    DatabaseRefused(String problem, String remedy, Throwable cause) {
        this(problem, remedy);
        initCause(cause);
    }

    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }
}
