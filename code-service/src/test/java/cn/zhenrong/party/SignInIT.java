package cn.zhenrong.party;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SignInIT {
  @Autowired Parties parties;

  @Test
  void registersAParty() {
    assertThat(parties.all()).isNotNull();
  }
}
