package tallystick.architecture.badhouse.rules;

import tallystick.architecture.badhouse.runtime.store.Store;

public interface RulesKnowRuntime {
    Store known();
}
