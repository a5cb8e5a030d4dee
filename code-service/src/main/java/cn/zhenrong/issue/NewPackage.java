package cn.zhenrong.issue;

import cn.zhenrong.problem.Fields;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is asked of an encrypted package of codes.
///
/// The password is a char array so that it can be wiped, and ASCII because programs that open ZIP
/// files do not agree how to write other letters as bytes.
///
/// @param from sequence number of the first code, 1 if left out
/// @param count how many codes, all that follow if left out
/// @param reason why codes that left before are wanted again
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; text could not be wiped
record NewPackage(
    @Nullable Long from,
    @Nullable Long count,
    char @Nullable [] password,
    @Nullable String reason) {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;

  /// The password, once it was found good.
  char[] goodPassword(Fields fields) {
    char[] given = password == null ? new char[0] : password;
    if (given.length < SHORTEST || given.length > LONGEST || !isPrintable(given)) {
      fields.refuse(
          "password", "package.password", IssueTexts.words("package.password", SHORTEST, LONGEST));
    }
    return given;
  }

  /// Forgets the password.
  void wipe() {
    if (password != null) {
      Arrays.fill(password, '\0');
    }
  }

  /// Never the password.
  @Override
  public String toString() {
    return "NewPackage[from=" + from + ", count=" + count + "]";
  }

  private static boolean isPrintable(char[] text) {
    for (char c : text) {
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }
}
