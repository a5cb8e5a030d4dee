package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// What goes to Redis comes back the same.
@ServiceTest
class KnownFactsIT {
  @Autowired Makers makers;
  @Autowired KnownFacts facts;
  @Autowired Codes codes;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  @Test
  void factsComeBackFromBytesAsTheyWere() {
    Member member = makers.maker();
    IssuedBatch issued = Papers.of(member.api(port), member.gtin(3)).issue("signed", 2);
    Serial serial = new Serial(issued.rows().getFirst().serial());
    Batch batch = codes.find(serial).orElseThrow().batch();
    Facts before = facts.of(batch).value();
    JsonMapper mapper = json.rebuild().addModule(KnownFacts.compositions()).build();
    assertThat(mapper.readValue(mapper.writeValueAsBytes(before), Facts.class)).isEqualTo(before);
  }
}
