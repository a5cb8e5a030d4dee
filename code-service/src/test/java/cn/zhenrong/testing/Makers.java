package cn.zhenrong.testing;

import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Credentials;
import cn.zhenrong.party.NewParty;
import cn.zhenrong.party.NewPerson;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.Party;
import cn.zhenrong.party.PartyKind;
import cn.zhenrong.party.PersonId;
import cn.zhenrong.party.Role;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/// Makes parties nobody has seen before, with people and keys, so that tests share one database
/// without seeing each other.
@TestComponent
public class Makers {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /// Begins anywhere, for a database may be older than this machine.
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(10_000_000));

  private final Parties parties;
  private final Credentials credentials;

  public Makers(Parties parties, Credentials credentials) {
    this.parties = parties;
    this.credentials = credentials;
  }

  /// A party and one person of it.
  ///
  /// @param prefix GS1 company prefix, ten digits from 952 on
  public record Member(Party party, Caller caller, String key, String prefix) {
    public Api api(int port) {
      return new Api(port, key);
    }

    /// A GTIN-14 of this party.
    public String gtin(int item) {
      return gtinOf(prefix, item);
    }
  }

  public Member maker() {
    return member(PartyKind.MAKER, Role.MAKER);
  }

  public Member association() {
    return member(PartyKind.ASSOCIATION, Role.ASSOCIATION);
  }

  public Member bench() {
    return member(PartyKind.WAREHOUSE, Role.QC);
  }

  /// A further person of a party, with a key of their own.
  public Member colleague(Member member, Role role) {
    return person(member.party(), role, member.prefix());
  }

  private Member member(PartyKind kind, Role role) {
    String prefix = "952" + unused();
    Party party =
        parties.register(
            new NewParty(kind.name(), "试验单位" + prefix, creditCode(), "某市某路 1 号", null, prefix),
            true);
    return person(party, role, prefix);
  }

  private Member person(Party party, Role role, String prefix) {
    PersonId id =
        parties.addPerson(
            party.id(), new NewPerson("t" + digits(15), "某人", role.name(), null), true);
    Caller caller = parties.person(id).orElseThrow();
    return new Member(party, caller, credentials.newApiKey(id), prefix);
  }

  /// The GTIN-14 of an item number from 0 to 99 under a ten-digit prefix.
  public static String gtinOf(String prefix, int item) {
    String body = "0" + prefix + (item < 10 ? "0" : "") + item;
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return body + (10 - sum % 10) % 10;
  }

  /// A 统一社会信用代码 nobody has seen before.
  public static String creditCode() {
    String body = "91330483MA" + unused();
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      sum += ALPHABET.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return body + ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /// Seven digits, each time others. Drawn ones would meet in one run of thirty: there are hundreds
  /// of makers in a database.
  private static String unused() {
    return String.format(Locale.ROOT, "%07d", Math.floorMod(NEXT.getAndIncrement(), 10_000_000));
  }

  private static String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(ThreadLocalRandom.current().nextInt(10));
    }
    return digits.toString();
  }
}
