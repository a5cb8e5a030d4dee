package cn.zhenrong.party;

import cn.zhenrong.party.PartySettings.First;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the association and its first person when the register is empty, so that a new
/// installation has somebody who can add the others. There is no default password: without the
/// settings nobody is made.
@Component
class Founding {
  private static final Logger LOG = LoggerFactory.getLogger(Founding.class);

  private final Parties parties;
  private final PartySettings settings;

  Founding(Parties parties, PartySettings settings) {
    this.parties = parties;
    this.settings = settings;
  }

  @EventListener
  @Transactional
  public void found(ApplicationStartedEvent started) {
    if (settings.demo() || !parties.isEmpty()) {
      return;
    }
    First first = settings.first();
    if (first == null) {
      LOG.warn("the register is empty and zhenrong.first.* is not set: nobody can sign in");
      return;
    }
    NewParty association =
        new NewParty("ASSOCIATION", first.name(), first.creditCode(), first.address(), null, null);
    Party party = parties.register(association, false);
    parties.addPerson(
        party.id(),
        new NewPerson(first.login(), first.login(), "ASSOCIATION", first.password()),
        false);
    LOG.info("the register is founded; take zhenrong.first.* out of the settings");
  }
}
