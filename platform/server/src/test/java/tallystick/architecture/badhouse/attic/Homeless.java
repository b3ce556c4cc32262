package tallystick.architecture.badhouse.attic;

public interface Homeless {}
