package cn.zhenrong.demo;

import cn.zhenrong.party.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Loads the demo's story once the application is up. Every step looks first whether it was done,
/// so that an interrupted load goes on at the next start.
@Component
@ConditionalOnProperty("zhenrong.demo")
class DemoLoader implements ApplicationRunner {
  private final DemoParties parties;
  private final JsonMapper json;

  DemoLoader(DemoParties parties, JsonMapper json) {
    this.parties = parties;
    this.json = json;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    Story story = read();
    Map<String, Caller> people = parties.load(story);
    if (people.isEmpty()) {
      throw new IllegalStateException("the story has no people");
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
