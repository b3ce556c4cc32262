package tallystick.runtime.security;

import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What a request passes. There is one stateless chain for everything; a chain with sessions and CSRF for pages is put
 * before it, with a lower order and a matcher of its own.
 */
@Configuration(proxyBeanMethods = false)
class Chains {
    static final int REST = 1000;

    /** Pages and probes, open to everybody as {@code @Open} routes are. */
    private static final RequestMatcher PUBLIC = any(
            "/",
            "/actuator/health/liveness",
            "/actuator/health/readiness",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/v3/api-docs/**",
            "/docs",
            "/docs/**",
            "/swagger-ui/**");

    private static final RequestMatcher PAGES = any("/", "/docs", "/docs/**", "/swagger-ui/**", "/problems/**");
    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final String OWN =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none';"
                    + " base-uri 'none'";

    @Bean
    @Order(REST)
    SecurityFilterChain rest(HttpSecurity http, Door door, Refusals refusals, OpenRoutes routes) throws Exception {
        // A header found there is not read: a bank's callback proves itself by its signature.
        var open = new OrRequestMatcher(PUBLIC, routes::open);
        http.csrf(csrf -> csrf.disable()) // No cookie logs anybody in here, so there is nothing to forge.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .headers(Chains::headers)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll() // What they answer was allowed, or refused, on the first pass.
                                .requestMatchers(open)
                                .permitAll()
                                .requestMatchers("/actuator", "/actuator/**")
                                .hasAuthority(Authority.ACTUATOR_READ)
                                .anyRequest()
                                .authenticated())
                .addFilterAt(new LoginFilter(door, refusals, open), BasicAuthenticationFilter.class);
        return http.build();
    }

    /** The request itself is timed and traced; what its filters would add nobody reads. */
    @Bean
    SecurityObservationSettings noFilterIsTimed() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Any method passes: an unknown one is for the routes to answer with 405, after the login. So do odd characters in
     * headers and parameters: the firewall would throw where they are read, in the middle of a route, as a fault.
     */
    @Bean
    @ConditionalOnMissingBean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        firewall.setAllowedParameterValues(_ -> true);
        return firewall;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .addHeaderWriter(contentPolicy(new NegatedRequestMatcher(PAGES), NOTHING))
                .addHeaderWriter(contentPolicy(PAGES, OWN));
    }

    private static DelegatingRequestMatcherHeaderWriter contentPolicy(RequestMatcher where, String policy) {
        return new DelegatingRequestMatcherHeaderWriter(
                where, new StaticHeadersWriter("Content-Security-Policy", policy));
    }

    private static RequestMatcher any(String... patterns) {
        var path = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Stream.of(patterns).map(path::matcher).toArray(RequestMatcher[]::new));
    }
}
