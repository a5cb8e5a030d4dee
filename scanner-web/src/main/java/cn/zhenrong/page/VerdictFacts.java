package cn.zhenrong.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the words of a verdict mention. Start from [#NONE] and add what is known; what is missing
/// is worded around, never left as a gap.
///
/// @param sessions how many sessions have verified the code
/// @param firstSeen when it was verified first
/// @param lastSeen when this device verified it last
/// @param reason why it was recalled or made void
/// @param remedy what to do with a recalled product
/// @param phone whom to call about a recall
/// @param successorTail the last four characters of the new label's serial
/// @param scannedHost the domain that was scanned
/// @param observed what is unusual about the checks, one short fact each
/// @param returned whether the garment was sold before and sent back
public record VerdictFacts(
    long sessions,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    @Nullable Wording reason,
    @Nullable Wording remedy,
    @Nullable String phone,
    @Nullable String successorTail,
    @Nullable String scannedHost,
    List<Wording> observed,
    boolean returned) {

  /// Nothing known.
  public static final VerdictFacts NONE =
      new VerdictFacts(0, null, null, null, null, null, null, null, List.of(), false);

  /// These facts with the query record: sessions, first time, and this device's last time.
  public VerdictFacts queried(
      long times, @Nullable Instant first, @Nullable Instant lastByThisDevice) {
    return new VerdictFacts(
        times,
        first,
        lastByThisDevice,
        reason,
        remedy,
        phone,
        successorTail,
        scannedHost,
        observed,
        returned);
  }

  /// These facts with the reason the code was made void or recalled.
  public VerdictFacts because(Wording why) {
    return new VerdictFacts(
        sessions,
        firstSeen,
        lastSeen,
        why,
        remedy,
        phone,
        successorTail,
        scannedHost,
        observed,
        returned);
  }

  /// These facts with what to do about a recall and whom to call.
  public VerdictFacts remedied(@Nullable Wording what, @Nullable String call) {
    return new VerdictFacts(
        sessions,
        firstSeen,
        lastSeen,
        reason,
        what,
        call,
        successorTail,
        scannedHost,
        observed,
        returned);
  }

  /// These facts with the last four characters of the new label's serial.
  public VerdictFacts replacedBy(String tail) {
    return new VerdictFacts(
        sessions,
        firstSeen,
        lastSeen,
        reason,
        remedy,
        phone,
        tail,
        scannedHost,
        observed,
        returned);
  }

  /// These facts with the domain that was scanned.
  public VerdictFacts scannedAt(String host) {
    return new VerdictFacts(
        sessions,
        firstSeen,
        lastSeen,
        reason,
        remedy,
        phone,
        successorTail,
        host,
        observed,
        returned);
  }

  /// These facts with what is unusual about the checks.
  public VerdictFacts observing(List<Wording> facts) {
    return new VerdictFacts(
        sessions,
        firstSeen,
        lastSeen,
        reason,
        remedy,
        phone,
        successorTail,
        scannedHost,
        List.copyOf(facts),
        returned);
  }

  /// These facts of a garment that was sold before and sent back.
  public VerdictFacts sentBack() {
    return new VerdictFacts(
        sessions,
        firstSeen,
        lastSeen,
        reason,
        remedy,
        phone,
        successorTail,
        scannedHost,
        observed,
        true);
  }

  /// The arguments of the patterns in one language, in the order the text files name them.
  Object[] arguments(Language language) {
    return new Object[] {
      Long.toString(sessions),
      time(language, firstSeen, "fact.first"),
      time(language, lastSeen, "fact.last"),
      words(language, reason, "fact.reason"),
      words(language, remedy, "fact.remedy"),
      plain(language, phone, "fact.phone"),
      plain(language, successorTail, "fact.successor"),
      plain(language, scannedHost, "fact.host")
    };
  }

  private static String time(Language language, @Nullable Instant instant, String key) {
    return instant == null
        ? PageWords.text(language, key + ".missing")
        : PageWords.text(language, key, Dates.minute(instant));
  }

  /// Words that somebody entered in Chinese only are marked as theirs on an English page.
  private static String words(Language language, @Nullable Wording wording, String key) {
    String text = plain(language, wording == null ? null : wording.in(language), key);
    boolean foreign =
        language == Language.EN && wording != null && wording.zh().equals(wording.en());
    return foreign && View.hasHan(text) ? PageWords.text(language, "fact.quoted", text) : text;
  }

  private static String plain(Language language, @Nullable String text, String key) {
    return text == null || text.isBlank()
        ? PageWords.text(language, key + ".missing")
        : PlainText.of(text);
  }
}
