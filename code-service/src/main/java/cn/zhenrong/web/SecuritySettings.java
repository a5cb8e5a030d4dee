package cn.zhenrong.web;

import cn.zhenrong.party.Credentials;
import cn.zhenrong.party.Idempotency;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/// Who may reach what. Everything is closed but the paths a shopper, a resolver client or a
/// verifier needs.
@Configuration(proxyBeanMethods = false)
class SecuritySettings {
  private static final String[] PUBLIC_PAGES = {
    "/",
    "/scan",
    "/scan/**",
    "/01/**",
    "/s/**",
    "/S/**",
    "/.well-known/**",
    "/api/v1/codes/*",
    "/api/v1/codes/*/proof",
    "/api/v1/batches/*/manifest",
    "/log/checkpoint",
    "/actuator/health",
    "/actuator/health/**",
    "/favicon.ico",
    "/robots.txt"
  };

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      Credentials credentials,
      Idempotency idempotency,
      PlatformTransactionManager transactions,
      Problems problems) {
    http.authorizeHttpRequests(paths ->
            paths
                .requestMatchers(HttpMethod.GET, PUBLIC_PAGES)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, PUBLIC_PAGES)
                .permitAll()
                .requestMatchers(HttpMethod.OPTIONS, PUBLIC_PAGES)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/scans", "/api/v1/session")
                .permitAll()
                .requestMatchers("/error")
                .permitAll()
                .anyRequest()
                .authenticated())
        .addFilterBefore(
            new ApiKeyFilter(credentials, problems), UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(
            new IdempotencyFilter(idempotency, new TransactionTemplate(transactions), problems),
            AuthorizationFilter.class)
        .securityContext(context -> context.securityContextRepository(sessions()))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
        .requestCache(cache -> cache.disable())
        .formLogin(login -> login.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        .cors(cors -> cors.configurationSource(publicReading()))
        .csrf(csrf -> csrf.spa().requireCsrfProtectionMatcher(SecuritySettings::needsCsrfToken))
        .headers(headers ->
            headers
                .contentSecurityPolicy(
                    csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                .referrerPolicy(referrer ->
                    referrer.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                            .ReferrerPolicy.NO_REFERRER)))
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint((request, response, e) ->
                    problems.write(Problem.of(ProblemKind.NOT_SIGNED_IN), response))
                .accessDeniedHandler((request, response, e) ->
                    problems.write(Problem.of(ProblemKind.NOT_ALLOWED), response)));
    return http.build();
  }

  @Bean
  SecurityContextRepository sessions() {
    return new HttpSessionSecurityContextRepository();
  }

  /// A browser sends its cookie by itself, an API key is sent on purpose: only the cookie needs a
  /// second proof.
  private static boolean needsCsrfToken(HttpServletRequest request) {
    boolean reads = List.of("GET", "HEAD", "OPTIONS", "TRACE").contains(request.getMethod());
    return !reads
        && request.getHeader("Authorization") == null
        && request.getSession(false) != null
        && request.getRequestURI().startsWith("/api/")
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
            "/01/**", "/S/**", "/s/**", "/.well-known/**", "/api/v1/codes/*", "/log/checkpoint")) {
      source.registerCorsConfiguration(path, anyone);
    }
    return source;
  }
}
