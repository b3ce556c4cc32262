package tallystick.runtime.processing.sagas;

/** Somebody else wrote the saga since it was read. The step's transaction rolls back and the step comes again. */
final class StaleSaga extends org.axonframework.modelling.command.ConcurrencyException {
    private static final long serialVersionUID = 1;

    StaleSaga(String saga, long version) {
        super("Expected saga %s at version %d; it was written or ended meanwhile. The step is repeated."
                .formatted(saga, version));
    }
}
