package cn.zhenrong.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// The whole application in demo mode on a free port, against real stores, with the demo's parties
/// and keys.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "zhenrong.embedded.enabled=false",
      "zhenrong.demo-garments=false",
      "zhenrong.keys.folder=${zhenrong.tests.folder:target/stores}/keys",
      "zhenrong.scan.journal-folder=${zhenrong.tests.folder:target/stores}/scans",
      "springdoc.api-docs.enabled=false",
      // Shipped: 10 s (ShippedAgesTest). What lets it run out waits for it.
      "server.tomcat.connection-timeout=4s",
      "spring.datasource.hikari.data-source-properties.queryInterceptors=cn.zhenrong.testing.Trips",
      "logging.level.root=warn"
    })
@ActiveProfiles("demo")
@ContextConfiguration(initializers = Stores.class)
@Import(Makers.class)
public @interface ServiceTest {}
