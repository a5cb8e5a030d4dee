package cn.zhenrong.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form of a report, or of a package that was just opened.
///
/// @param serial the code it is about as people read it; null if none was scanned
/// @param verdict what can be said of that code; null while that is not known
/// @param links where it goes
/// @param opened whether it is about a package just opened
/// @param nonce its one-time word
/// @param keepDays how many days after closing what leads to a person is kept
/// @param filled what was filled in before
/// @param errors what is wrong, by field: `kind`, `words`, `shop`, `orderNo`, `phone`, `photo`
/// @param trouble why it was not taken; null for a new form
public record CaseForm(
    Frame frame,
    @Nullable String serial,
    @Nullable VerdictBar verdict,
    Links links,
    boolean opened,
    String nonce,
    int keepDays,
    Filled filled,
    Map<String, Wording> errors,
    @Nullable Trouble trouble) {

  /// The largest photo that is taken, in bytes.
  public static final int LARGEST_PHOTO = 5 * 1024 * 1024;

  /// What a report may be about.
  public enum Kind {
    COMPOSITION,
    LABEL,
    PICTURE,
    TAG,
    PLACE,
    OTHER
  }

  /// Why a form was not taken. Nothing was kept in any case.
  public enum Trouble {
    /// Something is to be corrected.
    REFUSED,
    /// Too many photos at a time.
    BUSY,
    /// The store is away.
    AWAY
  }

  /// Paths of this site.
  ///
  /// @param action where the form is sent
  /// @param back the page it was opened from
  public record Links(String action, String back) {

    /// @throws IllegalArgumentException if a link leaves this site
    public Links {
      Addresses.requireLocal(action);
      Addresses.requireLocal(back);
    }
  }

  /// What was filled in; written into the page escaped.
  public record Filled(
      @Nullable String kind,
      @Nullable String words,
      @Nullable String shop,
      @Nullable String orderNo,
      @Nullable String phone) {

    /// Nothing yet.
    public static final Filled NONE = new Filled(null, null, null, null, null);
  }

  public CaseForm {
    errors = Map.copyOf(errors);
  }

  /// What is wrong with a field; null if nothing is.
  public @Nullable Wording error(String field) {
    return errors.get(field);
  }
}
