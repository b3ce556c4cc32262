package tallystick.architecture.badhouse.kernel;

public interface Amount {}
