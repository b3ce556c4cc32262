package tallystick.architecture.badhouse.audit.api;

import tallystick.architecture.badhouse.application.api.ApplicationMessage;

public interface AuditApiKnowsApplicationApi {
    ApplicationMessage known();
}
