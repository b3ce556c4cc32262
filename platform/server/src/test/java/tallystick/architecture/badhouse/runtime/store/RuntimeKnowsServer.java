package tallystick.architecture.badhouse.runtime.store;

import tallystick.architecture.badhouse.server.Server;

public interface RuntimeKnowsServer {
    Server known();
}
