package tallystick.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.runtime.testing.TestDatabase;

/** Logins by an OpenID Connect issuer, over real HTTP on both sides. */
class IssuerTest {
    private final HandClock clock = new HandClock();

    @TempDir
    Path folder;

    private Issuer issuer;
    private Node node;

    @BeforeEach
    void start() throws Exception {
        issuer = new Issuer(clock);
        issuer.down = true; // Nothing at start may need it.
        node = Node.start(
                TestDatabase.fresh(),
                folder,
                clock,
                "--tallystick.security.issuer-uri=" + issuer.uri(),
                "--tallystick.security.audience=tallystick",
                "--tallystick.security.roles-claim=realm_access.roles");
        issuer.down = false;
    }

    @AfterEach
    void stop() {
        node.close();
        issuer.close();
    }

    @Test
    void aTokenOfTheIssuerOpensTheDoorWithItsRoles() throws Exception {
        var answer = get(issuer.sign(issuer.claims().build()));
        assertThat(answer.body()).contains("\"name\":\"u-17\"", "\"roles\":[\"officer\",\"risk-author\"]");
    }

    @Test
    void tokensForOthersOldTokensAndForgedTokensAreRefused() throws Exception {
        var claims = issuer.claims().build();
        var past = Date.from(clock.instant().minus(Duration.ofMinutes(5)));
        String[] bad = {
            issuer.sign(new JWTClaimsSet.Builder(claims).audience("shop").build()),
            issuer.sign(new JWTClaimsSet.Builder(claims).audience((String) null).build()),
            issuer.sign(new JWTClaimsSet.Builder(claims).issuer("http://other").build()),
            issuer.sign(new JWTClaimsSet.Builder(claims).expirationTime(past).build()),
            issuer.sign(new JWTClaimsSet.Builder(claims).expirationTime(null).build()),
            issuer.sign(new JWTClaimsSet.Builder(claims).subject(null).build()),
            issuer.forge(claims),
            issuer.confuse(claims),
            new PlainJWT(claims).serialize()
        };
        for (int i = 0; i < bad.length; i++) {
            var answer = get(bad[i]);
            assertThat(answer.statusCode()).as("token %d: %s", i, answer.body()).isEqualTo(401);
            assertThat(answer.headers().allValues("WWW-Authenticate"))
                    .containsExactly("Bearer realm=\"Tallystick\", error=\"invalid_token\"");
        }
    }

    @Test
    void whileTheIssuerIsSilentTheAnswerIs503AndLaterAllIsWell() throws Exception {
        issuer.down = true;
        var token = issuer.sign(issuer.claims().build());
        LoginTest.assertProblem(get(token), 503, "login-unavailable");
        issuer.down = false;
        assertThat(get(token).headers().firstValue("Retry-After")).contains("10");
        clock.pass(Duration.ofSeconds(10));
        assertThat(get(token).statusCode()).isEqualTo(200);
    }

    @Test
    void passwordsAreOffWithAnIssuer() {
        var answer = node.get("/api/v1/who", Node.officer());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"Tallystick\"");
        assertThat(folder.resolve("users.properties")).doesNotExist();
        assertThat(Files.exists(folder)).isTrue();
    }

    @Test
    void anIssuerWithoutAnAudienceDoesNotStart() {
        assertThatThrownBy(() -> Node.start(
                        TestDatabase.fresh(), folder, clock, "--tallystick.security.issuer-uri=" + issuer.uri()))
                .rootCause()
                .hasMessageContaining("tallystick.security.audience");
    }

    private HttpResponse<String> get(String token) {
        return node.get("/api/v1/who", "Bearer " + token);
    }
}
