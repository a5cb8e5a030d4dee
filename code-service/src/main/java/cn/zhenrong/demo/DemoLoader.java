package cn.zhenrong.demo;

import cn.zhenrong.code.PublicBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Loads the demo's story once the application answers, then prints what to open. Every step looks
/// first whether it was done, so an interrupted load goes on at the next start.
@Component
@ConditionalOnProperty("zhenrong.demo")
class DemoLoader {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final DemoParties parties;
  private final PublicBase base;
  private final JsonMapper json;
  private final Clock clock;
  private final boolean wholeStory;

  DemoLoader(
      DemoParties parties,
      PublicBase base,
      JsonMapper json,
      Clock clock,
      @Value("${zhenrong.demo-garments:true}") boolean wholeStory) {
    this.parties = parties;
    this.base = base;
    this.json = json;
    this.clock = clock;
    this.wholeStory = wholeStory;
  }

  @EventListener
  void load(ApplicationReadyEvent ready) throws IOException {
    Story story = read();
    parties.load(story);
    if (!wholeStory) {
      return;
    }
    Environment environment = ready.getApplicationContext().getEnvironment();
    int port = environment.getRequiredProperty("local.server.port", Integer.class);
    try (DemoApi api = new DemoApi(json, port)) {
      DemoGarments garments = new DemoGarments(api, LocalDate.now(clock.withZone(ZONE)));
      garments.labs(story.labs());
      List<DemoGarments.Told> told = story.garments().stream().map(garments::tell).toList();
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      new DemoGuide(api, out).print(base.origin(), told);
    }
  }

  private Story read() throws IOException {
    try (InputStream in = DemoLoader.class.getResourceAsStream("story.json")) {
      if (in == null) {
        throw new IllegalStateException("story.json is missing");
      }
      return json.readValue(in, Story.class);
    }
  }
}
