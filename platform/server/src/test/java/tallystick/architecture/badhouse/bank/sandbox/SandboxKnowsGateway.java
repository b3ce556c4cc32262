package tallystick.architecture.badhouse.bank.sandbox;

import tallystick.architecture.badhouse.bank.gateway.Gateway;

public interface SandboxKnowsGateway {
    Gateway known();
}
