package tallystick.architecture.badhouse.bank.iso20022;

import tallystick.architecture.badhouse.bank.sandbox.Sandbox;

public interface IsoKnowsSandbox {
    Sandbox known();
}
