package tallystick.runtime.security;

import java.time.Duration;

/** What became of a login. */
sealed interface LoginAnswer {
    /** Who it is. */
    record Known(Caller caller) implements LoginAnswer {}

    /** Not proven. The reason is for people and never tells whether a name exists. */
    record Unknown(String reason) implements LoginAnswer {}

    /** Too many failures, or too many logins at once. */
    record TooMany(Duration retryAfter) implements LoginAnswer {}

    /** Whoever could tell cannot be asked now. */
    record Unavailable(String reason, Duration retryAfter) implements LoginAnswer {}
}
