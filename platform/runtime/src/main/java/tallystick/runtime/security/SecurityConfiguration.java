package tallystick.runtime.security;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tallystick.runtime.commandline.StartNote;

/** Wires logins. Roles have one source each: settings for embedded users, the token for those of an issuer. */
@AutoConfiguration(
        before = {
            ServletWebSecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecuritySettings.class)
@Import({Chains.class, TokensController.class})
class SecurityConfiguration {
    @Bean
    BearerTokens bearerTokens(JdbcClient database, SecuritySettings settings, InstantSource clock) {
        return new BearerTokens(database, settings.tokens(), clock);
    }

    @Bean
    Door door(Environment environment, SecuritySettings settings, BearerTokens tokens, InstantSource clock) {
        DemoGuard.check(environment);
        var key = new ProcessKey();
        var users = settings.hasEmbeddedUsers() ? users(environment, key, tokens) : null;
        var logins = users == null ? null : new Logins(users, key, settings.logins(), clock);
        return new Door(users, logins, tokens, settings.hasIssuer() ? new IssuerTokens(settings, clock) : null);
    }

    @Bean
    StartNote usersNote(Environment environment, SecuritySettings settings) {
        var where = settings.hasEmbeddedUsers() ? usersFile(environment).path() : settings.issuerUri();
        return new StartNote("Users", String.valueOf(where));
    }

    @Bean
    Refusals refusals(ProblemWriter problems, Door door) {
        return new Refusals(problems, door.takesPasswords());
    }

    /** There are no users but ours; without this bean one more would be made, with a password in the log. */
    @Bean
    @ConditionalOnMissingBean
    AuthenticationManager authenticationManager() {
        return login -> {
            throw new BadCredentialsException("Logins are verified before they come here.");
        };
    }

    @Bean
    WebMvcConfigurer callerArgument() {
        // Who asks comes from the login: the description of the interface must not show it as a parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Login.class);
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }

    private static Users users(Environment environment, ProcessKey key, BearerTokens tokens) {
        var file = usersFile(environment);
        return new Users(
                UserSettings.read(environment),
                file,
                key,
                made -> announce(file.path(), made),
                changed -> tokens.revokeAll(changed.name()));
    }

    private static UsersFile usersFile(Environment environment) {
        return new UsersFile(Path.of(environment.getProperty("tallystick.data-dir", "data")));
    }

    /** To the terminal, once, and never to the log. */
    private static void announce(Path file, Map<String, String> made) {
        var text = new StringBuilder("\nBuilt-in users, with passwords made now and kept in %s:\n".formatted(file));
        made.forEach((name, password) -> text.append("  %-22s %s%n".formatted(name, password)));
        System.out.println(text);
    }
}
