package tallystick.architecture.badhouse.application.intake;

public interface Intake {}
