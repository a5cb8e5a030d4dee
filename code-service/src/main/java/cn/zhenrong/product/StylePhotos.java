package cn.zhenrong.product;

import cn.zhenrong.file.CheckedPhoto;
import cn.zhenrong.file.FileForgetting;
import cn.zhenrong.file.PhotoReader;
import cn.zhenrong.file.StoredFiles;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The photo of a style, for everybody: does it look like yours?
@Service
public class StylePhotos {
  private static final long MOST_BYTES_KEPT = 32L * 1024 * 1024;

  private final StyleMapper mapper;
  private final Styles styles;
  private final PhotoReader reader;
  private final StoredFiles files;
  private final TransactionTemplate transaction;
  private final Audit audit;

  /// By digest: a photo never changes, a style may get another.
  private final Cache<String, byte[]> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES_KEPT)
          .<String, byte[]>weigher((_, bytes) -> bytes.length)
          .build();

  StylePhotos(
      StyleMapper mapper,
      Styles styles,
      PhotoReader reader,
      StoredFiles files,
      TransactionTemplate transaction,
      Audit audit) {
    this.mapper = mapper;
    this.styles = styles;
    this.reader = reader;
    this.files = files;
    this.transaction = transaction;
    this.audit = audit;
  }

  /// Gives a style its photo, or another one; the audit trail keeps the digests.
  ///
  /// @return the style as it is now
  /// @throws cn.zhenrong.problem.Problem not-allowed unless the caller is a maker, not-found,
  ///   too-large, invalid-input `file.not-photo`
  public Style attach(Caller caller, StyleId id, byte[] photo) {
    caller.require(Role.MAKER);
    styles.get(caller, id);
    CheckedPhoto large = reader.check(photo);
    CheckedPhoto small = reader.small(photo);
    return Objects.requireNonNull(transaction.execute(_ -> attach(caller, id, large, small)));
  }

  private Style attach(Caller caller, StyleId id, CheckedPhoto large, CheckedPhoto small) {
    String digest = files.storePhoto(large);
    Rows.one(mapper.show(id.value(), digest, files.storePhoto(small)));
    audit.note(caller, "style.show", "style/" + id, digest);
    return styles.get(caller, id);
  }

  @EventListener
  void forgetting(FileForgetting event) {
    if (mapper.showsPhoto(event.digest())) {
      event.keep();
    }
  }

  /// The JPEG; empty without one.
  ///
  /// @param small at most 480 pixels on a side and 16 KB, else at most 1600 pixels
  public Optional<byte[]> read(StyleId id, boolean small) {
    String digest = mapper.photo(id.value(), small);
    return digest == null ? Optional.empty() : Optional.of(kept.get(digest, files::photo));
  }
}
