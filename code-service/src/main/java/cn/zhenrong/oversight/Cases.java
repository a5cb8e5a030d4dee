package cn.zhenrong.oversight;

import cn.zhenrong.file.CheckedPhoto;
import cn.zhenrong.file.PhotoReader;
import cn.zhenrong.file.StoredFiles;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.Rows;
import cn.zhenrong.redis.Loads;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Cases as a shopper opens and follows them. Nobody signs in; whoever has the number may follow.
@Service
public class Cases {
  private static final int NONCE = 16;

  private final CaseMapper mapper;
  private final PhotoReader photos;
  private final StoredFiles files;
  private final TransactionTemplate transaction;
  private final Loads loads;
  private final RandomGenerator random;
  private final Ids ids;
  private final Clock clock;
  private final int keepDays;

  Cases(
      CaseMapper mapper,
      PhotoReader photos,
      StoredFiles files,
      TransactionTemplate transaction,
      Loads loads,
      RandomGenerator random,
      Ids ids,
      Clock clock,
      CaseSettings settings) {
    this.keepDays = settings.keepDays();
    this.mapper = mapper;
    this.photos = photos;
    this.files = files;
    this.transaction = transaction;
    this.loads = loads;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  /// A word for one form: however often that is sent, it opens one case.
  public String nonce() {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
  }

  /// How many days after a case was closed what leads to a person stays in it.
  public int keepDays() {
    return keepDays;
  }

  /// The case of a form.
  ///
  /// @param before whether the form was sent before: what it says now was not kept
  public record Opened(CaseNumber number, boolean before) {}

  /// Opens a case, or finds the one this form opened before.
  ///
  /// @param nonce of [#nonce]; another text is as good as none
  /// @param photo JPEG or PNG; drawn anew before it is kept
  /// @throws cn.zhenrong.problem.Problem invalid-input, too-large, or too-many-requests while other
  ///   photos are being read; nothing is kept then
  public Opened open(
      @Nullable String nonce, NewCase input, CaseSubject subject, byte @Nullable [] photo) {
    NewCase.Checked checked = input.read();
    byte[] key = read(nonce);
    // A store that hangs is found out here, before anything is written of which nobody could tell
    // whether it was kept.
    Optional<String> before = loads.now(() -> Optional.ofNullable(mapper.numberOf(key)));
    if (before.isPresent()) {
      return new Opened(new CaseNumber(before.get()), true);
    }
    CheckedPhoto drawn = photo == null ? null : photos.check(photo);
    CaseNumber number = CaseNumber.random(random);
    try {
      transaction.executeWithoutResult(_ -> keep(key, number, checked, subject, drawn));
      return new Opened(number, false);
    } catch (DuplicateKeyException e) {
      // The same form was sent twice at once.
      String meanwhile = mapper.numberOf(key);
      if (meanwhile == null) {
        throw e;
      }
      return new Opened(new CaseNumber(meanwhile), true);
    }
  }

  /// A case as the public may see it.
  ///
  /// @throws org.springframework.dao.DataAccessException if the store does not answer in a moment
  public Optional<PublicCase> find(CaseNumber number) {
    return loads.now(() ->
        Optional.ofNullable(mapper.find(number.text()))
            .map(row -> PublicCase.of(row, mapper.answers(row.id()))));
  }

  private void keep(
      byte[] nonce,
      CaseNumber number,
      NewCase.Checked checked,
      CaseSubject subject,
      @Nullable CheckedPhoto photo) {
    CaseRow row =
        new CaseRow(
            ids.next(),
            number.text(),
            checked.kind(),
            subject.scanned(),
            subject.batch(),
            subject.sequence(),
            subject.shown(),
            subject.text(),
            checked.words(),
            checked.shop(),
            photo == null ? null : files.storePhoto(photo),
            CaseStatus.RECEIVED,
            null,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            null);
    Rows.one(mapper.insert(nonce, row));
    ContactRow contact = new ContactRow(row.id(), checked.phone(), checked.orderNo());
    if (!contact.isEmpty()) {
      Rows.one(mapper.insertContact(contact));
    }
  }

  /// A form without its word, or with a broken one, is a form of its own.
  private byte[] read(@Nullable String nonce) {
    if (nonce != null && nonce.matches("[A-Za-z0-9_-]{22}")) {
      try {
        return Base64.getUrlDecoder().decode(nonce);
      } catch (IllegalArgumentException e) {
        return read(null);
      }
    }
    byte[] own = new byte[NONCE];
    random.nextBytes(own);
    return own;
  }
}
