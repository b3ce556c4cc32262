package tallystick.bank.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The question what became of an instruction. */
public record StatusQuery(
        String instruction, Operation operation, @Nullable String bankReference, Instant submittedAt) {}
