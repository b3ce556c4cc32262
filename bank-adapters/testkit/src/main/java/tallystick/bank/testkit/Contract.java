package tallystick.bank.testkit;

import java.util.List;
import java.util.stream.Stream;

/** All sentences, in the order in which they are read. */
final class Contract {
    static final List<Check> CHECKS = Stream.of(Submitting.CHECKS, Asking.CHECKS, Receiving.CHECKS, Bearing.CHECKS)
            .flatMap(List::stream)
            .toList();

    private Contract() {}
}
