package tallystick.architecture.badhouse.kernel;

import tallystick.architecture.badhouse.runtime.store.Store;

public interface KernelKnowsRuntime {
    Store known();
}
