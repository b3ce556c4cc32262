package tallystick.runtime.security;

import java.time.Instant;
import java.util.Set;

/** A token at the moment it is made; only then its text is known. */
record BearerToken(String text, Instant expiresAt, Set<Role> roles) {}
