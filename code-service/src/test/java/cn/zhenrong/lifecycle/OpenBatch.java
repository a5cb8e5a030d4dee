package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What happens to an open batch begins with one, and its maker.
abstract class OpenBatch {
  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired Codes codes;
  @Autowired Life life;
  @LocalServerPort int port;

  Member maker;
  Api api;
  SealedBatch batch;

  @BeforeEach
  void anOpenBatch() throws Exception {
    maker = makers.maker();
    api = maker.api(port);
    batch = another(maker);
  }

  SealedBatch another(Member of) throws Exception {
    return SealedBatch.of(of, port, batches, codes);
  }

  Standing standing(long sequence) {
    return life.standing(codes.at(batch.batch(), sequence));
  }

  CodeState state(long sequence) {
    return standing(sequence).state();
  }

  Answer voidCode(Api who, long sequence, String body) {
    return who.post("/api/v1/codes/" + batch.serial(sequence) + "/void", body);
  }
}
