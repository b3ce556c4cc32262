package tallystick.architecture.badhouse.kernel;

import java.util.UUID;

final class KernelTakesChances {
    String next() {
        return UUID.randomUUID().toString();
    }
}
