package cn.zhenrong.demo;

import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Credentials;
import cn.zhenrong.party.NewParty;
import cn.zhenrong.party.NewPerson;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.Party;
import cn.zhenrong.party.PersonId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The organisations and people of the demo.
@Component
@ConditionalOnProperty("zhenrong.demo")
class DemoParties {
  static final String PASSWORD = "demo";

  private final Parties parties;
  private final Credentials credentials;

  DemoParties(Parties parties, Credentials credentials) {
    this.parties = parties;
    this.credentials = credentials;
  }

  /// Registers whoever is not there yet.
  ///
  /// @return everybody, by login
  @Transactional
  public Map<String, Caller> load(Story story) {
    Map<String, Caller> people = new LinkedHashMap<>();
    for (Story.PartyStory told : story.parties()) {
      Party party = parties.findByCreditCode(told.creditCode()).orElseGet(() -> register(told));
      for (Story.PersonStory one : told.people()) {
        people.put(
            one.login(), parties.personByLogin(one.login()).orElseGet(() -> add(party, one)));
      }
    }
    return people;
  }

  private Party register(Story.PartyStory told) {
    return parties.register(
        new NewParty(
            told.kind(),
            told.name(),
            told.creditCode(),
            told.address(),
            told.phone(),
            told.gtinPrefix()),
        true);
  }

  private Caller add(Party party, Story.PersonStory one) {
    PersonId id =
        parties.addPerson(
            party.id(), new NewPerson(one.login(), one.name(), one.role(), PASSWORD), true);
    credentials.demoApiKey(id, one.apiKey());
    return parties.person(id).orElseThrow();
  }
}
