package tallystick.runtime.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bearer tokens: made with a password, ended by whoever holds them. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens", description = "Bearer tokens: made with a password, ended by whoever holds them.")
@Allowed({
    Role.OFFICER,
    Role.UNDERWRITER,
    Role.SENIOR_UNDERWRITER,
    Role.RISK_AUTHOR,
    Role.RISK_APPROVER,
    Role.OPERATIONS,
    Role.FINANCE,
    Role.AUDITOR,
    Role.ADMIN,
    Role.BANK,
    Role.SERVICE
})
class TokensController {
    private final BearerTokens tokens;

    TokensController(BearerTokens tokens) {
        this.tokens = tokens;
    }

    /** The one time a token is shown. */
    record Token(String token, Instant expiresAt, List<String> roles) {}

    @PostMapping
    @Operation(
            operationId = "createToken",
            summary = "Make a bearer token",
            description = "Log in with Basic. The token works on every node until it expires or is revoked.")
    @Keyless
    ResponseEntity<Token> create(Login login) {
        if (login.scheme() != Login.Scheme.BASIC) { // Else a stolen token could be renewed for ever.
            throw new AccessDeniedException("A token is made with Basic, not with another token.");
        }
        var token = tokens.issue(login.caller());
        var roles = token.roles().stream().sorted().map(Role::text).toList();
        return ResponseEntity.created(URI.create("/api/v1/tokens/current"))
                .body(new Token(token.text(), token.expiresAt(), roles));
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeCurrentToken",
            summary = "End the token of this request",
            description = "Log in with the token to end. Other nodes refuse it within seconds.")
    void revoke(Login login, @RequestHeader("Authorization") String authorization) {
        if (login.scheme() != Login.Scheme.TOKEN) {
            throw new AccessDeniedException("Only the token that logs this request in can be ended here.");
        }
        tokens.revoke(authorization.strip().substring("Bearer ".length()).strip());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeTokens",
            summary = "End all my tokens",
            description = "Ends every token of the user who asks, on every node within seconds.")
    void revokeAll(Caller caller) {
        tokens.revokeAll(caller.name());
    }
}
