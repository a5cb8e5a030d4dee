package cn.zhenrong.file;

import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Uploaded files by the SHA-256 of their bytes. The same bytes are stored once, whoever hands them
/// in; each party that did may read them back.
@Service
public class StoredFiles {
  /// The largest file, in bytes.
  public static final int LARGEST = 10 * 1024 * 1024;

  /// The largest photo, in bytes.
  public static final int LARGEST_PHOTO = 5 * 1024 * 1024;

  static final int PIECE = 1024 * 1024;
  private static final Texts TEXTS = Texts.beside(StoredFiles.class);

  private final FileMapper mapper;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StoredFiles(FileMapper mapper, ApplicationEventPublisher events, Clock clock) {
    this.mapper = mapper;
    this.events = events;
    this.clock = clock;
  }

  /// Keeps a PDF for the caller's party.
  ///
  /// @return lower-case hex SHA-256 of the bytes
  @Transactional
  public String storePdf(Caller caller, CheckedPdf pdf) {
    return store(caller, pdf.bytes(), PdfCheck.MEDIA_TYPE);
  }

  /// Keeps a photo for the caller's party.
  ///
  /// @return lower-case hex SHA-256 of the bytes
  /// @throws Problem too-large beyond [#LARGEST_PHOTO]; invalid-input `file.not-photo` on field
  ///   `file` if the bytes start neither as a JPEG nor as a PNG
  @Transactional
  public String storePhoto(Caller caller, byte[] bytes) {
    if (bytes.length > LARGEST_PHOTO) {
      throw tooLarge(LARGEST_PHOTO);
    }
    String type =
        Picture.mediaType(bytes)
            .orElseThrow(
                () -> Problem.invalid("file", "file.not-photo", TEXTS.words("file.not-photo")));
    return store(caller, bytes, type);
  }

  /// Keeps a photo that was drawn anew. It belongs to no party: the association reads it with
  /// [#read], and whoever shows it to the public with [#photo].
  ///
  /// @return lower-case hex SHA-256 of the bytes
  @Transactional
  public String storePhoto(CheckedPhoto photo) {
    byte[] digest = FileDigest.of(photo.bytes());
    keep(digest, photo.bytes(), "image/jpeg", clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return FileDigest.hex(digest);
  }

  /// The JPEG of a [CheckedPhoto], for a caller who knows that this one is public.
  @Transactional(readOnly = true)
  public byte[] photo(String digest) {
    return bytes(FileDigest.read(digest).orElseThrow());
  }

  /// Deletes a [CheckedPhoto] for a caller who has no use for it any more, unless somebody else
  /// has: the same bytes are stored once. In the caller's transaction.
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(String digest) {
    byte[] key = FileDigest.read(digest).orElseThrow();
    // From here on nobody else can begin to use it.
    if (mapper.lock(key) == null || mapper.isOwned(key)) {
      return;
    }
    FileForgetting event = new FileForgetting(digest);
    events.publishEvent(event);
    if (!event.isKept()) {
      Rows.exactly(mapper.countPieces(key), mapper.deletePieces(key));
      Rows.one(mapper.deleteFile(key));
    }
  }

  private String store(Caller caller, byte[] bytes, String mediaType) {
    byte[] digest = FileDigest.of(bytes);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    keep(digest, bytes, mediaType, now);
    own(digest, caller, now);
    return FileDigest.hex(digest);
  }

  static Problem tooLarge(int most) {
    return Problem.of(ProblemKind.TOO_LARGE, TEXTS.words("file.too-large", most / 1024 / 1024));
  }

  /// The bytes of a file the caller may see: its party handed it in, or the caller is the
  /// association.
  ///
  /// @param digest lower-case hex
  /// @throws Problem not-found for a file nobody has, and for one only others have
  @Transactional(readOnly = true)
  public byte[] read(Caller caller, String digest) {
    byte[] key = FileDigest.read(digest).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    if (!caller.is(Role.ASSOCIATION) && !mapper.isOwner(key, caller.party())) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    if (!mapper.isStored(key)) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    return bytes(key);
  }

  /// The media type of a photo's bytes as they were read back.
  public static String photoType(byte[] bytes) {
    return Picture.mediaType(bytes).orElseThrow();
  }

  private byte[] bytes(byte[] key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mapper.pieces(key).forEach(piece -> bytes.writeBytes(piece.bytes()));
    return bytes.toByteArray();
  }

  private void keep(byte[] digest, byte[] bytes, String mediaType, Instant now) {
    if (mapper.share(digest) != null) {
      return;
    }
    try {
      Rows.one(mapper.insertFile(digest, mediaType, bytes.length, now));
    } catch (DuplicateKeyException e) {
      // Another request stored the same bytes a moment ago; its transaction has ended.
      return;
    }
    for (int number = 0, from = 0; from < bytes.length; number++, from += PIECE) {
      byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length));
      Rows.one(mapper.insertPiece(digest, number, piece));
    }
  }

  private void own(byte[] digest, Caller caller, Instant now) {
    if (mapper.isOwner(digest, caller.party())) {
      return;
    }
    try {
      Rows.one(mapper.insertOwner(digest, caller.party(), caller.person(), now));
    } catch (DuplicateKeyException e) {
      // The same party handed it in twice at once; one row is enough.
      return;
    }
  }
}
