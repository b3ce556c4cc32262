package tallystick.architecture.badhouse.bank.gateway;

import tallystick.architecture.badhouse.bank.sandbox.Sandbox;

public interface GatewayKnowsSandbox {
    Sandbox known();
}
