package tallystick.architecture.badhouse.loan.unmarked;

interface Unmarked {}
