package cn.zhenrong.party;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Append-only record of who did what, when, why and in which request. Written in the transaction
/// of the deed.
@Service
public class Audit {
  /// Where the web layer leaves the request's id for the log and for this.
  public static final String REQUEST_ID = "requestId";

  private final AuditMapper mapper;
  private final Ids ids;
  private final Clock clock;

  Audit(AuditMapper mapper, Ids ids, Clock clock) {
    this.mapper = mapper;
    this.ids = ids;
    this.clock = clock;
  }

  /// Notes a deed.
  ///
  /// @param action such as `batch.approve`
  /// @param subject what it was done to, such as `batch/123`
  /// @param words the person's own reason, if one was asked for
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(Caller who, String action, String subject, @Nullable String words) {
    Rows.one(
        mapper.insert(
            new AuditRow(
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                who.party(),
                who.person(),
                action,
                subject,
                words,
                requestId())));
  }

  /// The id of the request being served, or `-` in background work.
  public static String requestId() {
    String id = MDC.get(REQUEST_ID);
    return id == null ? "-" : id;
  }
}
