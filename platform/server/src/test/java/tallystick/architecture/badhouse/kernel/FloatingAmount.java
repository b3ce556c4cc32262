package tallystick.architecture.badhouse.kernel;

record FloatingAmount(double amount) {}
