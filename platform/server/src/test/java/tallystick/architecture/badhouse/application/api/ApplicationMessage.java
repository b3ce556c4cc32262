package tallystick.architecture.badhouse.application.api;

public interface ApplicationMessage {}
