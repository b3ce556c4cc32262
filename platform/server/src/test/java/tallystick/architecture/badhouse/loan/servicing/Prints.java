package tallystick.architecture.badhouse.loan.servicing;

final class Prints {
    void print() {
        System.out.println("loan");
    }
}
