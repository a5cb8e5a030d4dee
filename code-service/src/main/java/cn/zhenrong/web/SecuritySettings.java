package cn.zhenrong.web;

import cn.zhenrong.party.Credentials;
import cn.zhenrong.party.Idempotency;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/// Who may reach what. Everything is closed but the paths a shopper, a resolver client or a
/// verifier needs.
@Configuration(proxyBeanMethods = false)
class SecuritySettings {
  /// Nobody is asked who they are here, and nobody gets a cookie.
  private static final String[] PUBLIC = {
    "/",
    "/scan",
    "/scan/**",
    "/scans",
    "/cases",
    "/cases/**",
    "/rules",
    "/rules/*",
    "/api/v1/rule-sets",
    "/01/**",
    "/s/**",
    "/S/**",
    "/.well-known/**",
    "/log/checkpoint",
    "/actuator/health",
    "/actuator/health/**",
    "/favicon.ico",
    "/robots.txt",
    "/error"
  };

  /// The staff's and the operator's. There is nothing outside of it and of PUBLIC, and a shopper
  /// with half a link is told so instead of being asked to sign in. Matched as the dispatcher
  /// matches, decoded: a comparison of the raw text would let `/%61pi` through.
  private static final RequestMatcher CLOSED =
      new OrRequestMatcher(
          PathPatternRequestMatcher.pathPattern("/api/**"),
          PathPatternRequestMatcher.pathPattern("/actuator/**"));

  /// Open to read, but who asks may change the answer.
  private static final String[] READABLE = {
    "/api/v1/codes/*", "/api/v1/codes/*/proof", "/api/v1/batches/*/manifest"
  };

  /// Metrics on a port of their own need no key, so that the tools that read them have none that
  /// could do more; [StartupChecks] sees to it that the operator says who reaches that port.
  @Bean
  @Order(0)
  @ConditionalOnProperty("management.server.port")
  SecurityFilterChain ownPort(HttpSecurity http, Problems problems, ServletContext service) {
    hardened(http, problems)
        .headers(SecuritySettings::forPages)
        .securityMatcher(request -> request.getServletContext() != service)
        .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable());
    return http.build();
  }

  /// Whoever sends a key sends it each time: no session, no cookie, no second proof.
  @Bean
  @Order(3)
  SecurityFilterChain machines(
      HttpSecurity http,
      Credentials credentials,
      Idempotency idempotency,
      PlatformTransactionManager transactions,
      Problems problems) {
    closed(
            http,
            new IdempotencyFilter(idempotency, new TransactionTemplate(transactions), problems),
            problems)
        .securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
        .addFilterBefore(
            new ApiKeyFilter(credentials, problems), UsernamePasswordAuthenticationFilter.class)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable());
    return http.build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain people(
      HttpSecurity http,
      Idempotency idempotency,
      PlatformTransactionManager transactions,
      Problems problems) {
    closed(
            http,
            new IdempotencyFilter(idempotency, new TransactionTemplate(transactions), problems),
            problems)
        .securityContext(context -> context.securityContextRepository(sessions()))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
        .csrf(csrf -> csrf.spa().requireCsrfProtectionMatcher(SecuritySettings::needsCsrfToken));
    return http.build();
  }

  private static HttpSecurity closed(HttpSecurity http, IdempotencyFilter once, Problems problems) {
    return hardened(http, problems)
        .headers(SecuritySettings::forPages)
        .authorizeHttpRequests(paths ->
            paths
                .requestMatchers(HttpMethod.POST, "/api/v1/session")
                .permitAll()
                // What the service goes through tells a maker about the others.
                .requestMatchers("/actuator/**")
                .hasRole(Role.ASSOCIATION.name())
                .anyRequest()
                .authenticated())
        .addFilterAfter(once, AuthorizationFilter.class);
  }

  /// Reading only, so no second proof is needed and nobody gets a cookie for asking.
  @Bean
  @Order(2)
  SecurityFilterChain publicAnswers(HttpSecurity http, Credentials credentials, Problems problems) {
    hardened(http, problems)
        .headers(SecuritySettings::forData)
        .securityMatchers(readers ->
            List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)
                .forEach(method -> readers.requestMatchers(method, READABLE)))
        .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
        .addFilterBefore(
            new ApiKeyFilter(credentials, problems), UsernamePasswordAuthenticationFilter.class)
        .securityContext(context -> context.securityContextRepository(sessions()))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .csrf(csrf -> csrf.disable());
    return http.build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain publicPages(HttpSecurity http, Problems problems) {
    hardened(http, problems)
        .headers(SecuritySettings::forPages)
        .securityMatchers(pages ->
            pages.requestMatchers(PUBLIC).requestMatchers(new NegatedRequestMatcher(CLOSED)))
        .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable());
    return http.build();
  }

  /// Requests are timed once, by path; a timer for every filter on the way costs more than the
  /// filters.
  @Bean
  SecurityObservationSettings withoutTimersOfFilters() {
    return SecurityObservationSettings.noObservations();
  }

  private static HttpSecurity hardened(HttpSecurity http, Problems problems) {
    return http.requestCache(cache -> cache.disable())
        .formLogin(login -> login.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        .cors(cors -> cors.configurationSource(publicReading()))
        .headers(headers ->
            headers.contentSecurityPolicy(
                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint((request, response, e) ->
                    problems.write(Problem.of(ProblemKind.NOT_SIGNED_IN), response))
                .accessDeniedHandler((request, response, e) ->
                    problems.write(Problem.of(ProblemKind.NOT_ALLOWED), response)));
  }

  private static void forPages(HeadersConfigurer<HttpSecurity> headers) {
    headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
  }

  /// Data has no links to come from, and its policy forbids frames and scripts: what old browsers
  /// are told besides would be said a thousand times a second to nobody.
  private static void forData(HeadersConfigurer<HttpSecurity> headers) {
    headers.xssProtection(xss -> xss.disable()).frameOptions(frame -> frame.disable());
  }

  @Bean
  SecurityContextRepository sessions() {
    return new HttpSessionSecurityContextRepository();
  }

  /// A browser sends its cookie by itself, so that needs a second proof.
  private static boolean needsCsrfToken(HttpServletRequest request) {
    boolean reads = List.of("GET", "HEAD", "OPTIONS", "TRACE").contains(request.getMethod());
    return !reads
        && request.getSession(false) != null
        && !request.getRequestURI().equals("/api/v1/session");
  }

  private static UrlBasedCorsConfigurationSource publicReading() {
    CorsConfiguration anyone = new CorsConfiguration();
    anyone.setAllowedOrigins(List.of("*"));
    anyone.setAllowedMethods(List.of("GET", "HEAD", "OPTIONS"));
    anyone.setAllowedHeaders(List.of("Accept", "Accept-Language"));
    anyone.setExposedHeaders(List.of("Link", "Location"));
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    for (String path :
        List.of(
            "/.well-known/**",
            "/api/v1/codes/*",
            "/api/v1/codes/*/proof",
            "/api/v1/rule-sets",
            "/log/checkpoint")) {
      source.registerCorsConfiguration(path, anyone);
    }
    return source;
  }
}
