package cn.zhenrong.party;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may be here at all.
///
/// @param demo invented organisations and known keys; only ever on loopback
/// @param first the association's first person, made when the register is empty; take it out
///   afterwards
@ConfigurationProperties("zhenrong")
public record PartySettings(@DefaultValue("false") boolean demo, @Nullable First first) {

  /// @param name registered name of the association
  /// @param creditCode its 统一社会信用代码
  /// @param address its registered address
  /// @param login of its first person
  /// @param password of its first person, at least 12 characters
  public record First(
      String name, String creditCode, String address, String login, String password) {
    @Override
    public String toString() {
      return "First[password hidden]";
    }
  }
}
