package tallystick.architecture.badhouse.bench;

public interface Bench {}
