package tallystick.runtime.web;

import java.util.Arrays;

/** The problems that any request can meet. Refusals of a context are in the catalogue beside them. */
public enum Standard {
    MALFORMED(400, "The request is malformed", "Send what the description of the route asks for."),
    UNKNOWN_FIELD(400, "A field is not known", "Leave it out, or spell it as the description of the route does."),
    UNKNOWN_FILTER(400, "A filter is not known", "Use a filter that the list offers, or leave it out."),
    CURSOR_INVALID(400, "The cursor does not belong here", "Follow 'next' of a page of the same list and filters."),
    IDEMPOTENCY_KEY_MISSING(
            400,
            "Idempotency-Key is missing",
            "Send a fresh key of 1 to 255 characters, and the same again when you repeat."),
    UNAUTHENTICATED(
            401, "Who is asking is not known", "Log in with Basic, or send a bearer token that is still valid."),
    FORBIDDEN(403, "The caller's role does not allow it", "Ask somebody who has the role."),
    NOT_FOUND(404, "There is nothing here", "Check the path and the id; what you may not see is also not found."),
    METHOD_NOT_ALLOWED(405, "The method is not offered here", "Use one of the methods named in Allow."),
    NOT_ACCEPTABLE(
            406,
            "The answer cannot be given in that form",
            "Accept application/json, or what the description of the route offers."),
    CONFLICT(409, "Others kept changing the same thing", "Nothing was done. Repeat the request with the same key."),
    ALREADY_TAKEN(409, "Something that must be unique is taken", "Nothing was done. Choose another value."),
    IDEMPOTENCY_KEY_IN_PROGRESS(
            409, "The first request with this key is still running", "Wait as Retry-After says, then repeat it."),
    STALE(412, "It has changed since it was read", "Read it again, look at what changed, and send the new ETag."),
    TOO_LARGE(413, "The body is too large", "Send less at once."),
    URI_TOO_LONG(414, "The address is too long", "Send less in the query."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body's content type is not understood",
            "Send application/json in UTF-8, or what the description of the route asks for."),
    EXPECTATION_FAILED(417, "The expectation cannot be met", "Leave the Expect header out."),
    VALUE_NOT_ALLOWED(422, "A value is not allowed", "Correct the values named in errors."),
    IDEMPOTENCY_KEY_REUSED(422, "The key was used for another request", "Send a fresh key for a new request."),
    IF_MATCH_MISSING(428, "If-Match is missing", "Read the thing and send its ETag in If-Match."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait as Retry-After says."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "Send fewer or shorter headers."),
    INTERNAL(500, "Something broke on our side", "Repeat with the same key later; tell operations the traceId."),
    NOT_IMPLEMENTED(501, "The protocol feature is not supported", "Use plain HTTP/1.1."),
    UNAVAILABLE(503, "The service cannot answer now", "Repeat with the same key later."),
    HTTP_VERSION_NOT_SUPPORTED(505, "The HTTP version is not supported", "Use HTTP/1.1.");

    private final int status;
    private final String title;
    private final String remedy;

    Standard(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String remedy() {
        return remedy;
    }

    /** A problem of this kind; the detail says what was expected and found. */
    public Problem with(String detail) {
        return Problem.of(this, detail);
    }

    /** The same as an exception, for code that cannot answer itself. */
    public Rejected because(String detail) {
        return new Rejected(with(detail));
    }

    /** The problem that stands for a bare status, as Tomcat and Spring report it. */
    public static Standard forStatus(int status) {
        return Arrays.stream(values())
                .filter(one -> one.status == status)
                .findFirst()
                .orElse(status < 500 ? MALFORMED : INTERNAL);
    }
}
