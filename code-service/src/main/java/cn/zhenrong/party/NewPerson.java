package cn.zhenrong.party;

import org.jspecify.annotations.Nullable;

/// A person as the association adds them. Without a password they can only hold API keys.
public record NewPerson(
    @Nullable String login,
    @Nullable String name,
    @Nullable String role,
    @Nullable String password) {

  @Override
  public String toString() {
    return "NewPerson[password hidden]";
  }
}
