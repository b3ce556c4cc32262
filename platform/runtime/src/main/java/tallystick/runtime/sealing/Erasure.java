package tallystick.runtime.sealing;

import java.time.Instant;
import tallystick.kernel.Sealed.Purpose;

/** That a subject's data for a purpose is gone. Holds nothing of it, so it may be kept and copied. */
public record Erasure(String subject, Purpose purpose, Instant at) {}
