package cn.zhenrong.issue;

import cn.zhenrong.issue.HeldBack.ClientGone;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets codes leave the house and keeps who got which of them, when and why.
///
/// A code is printed once. A second package of codes that left before needs a reason; going on
/// after a break does not, because only a download whose every byte was handed to the connection
/// counts. The plain file is for machines, which may ask again, and is only kept; so are tags,
/// which a torn roll may make necessary once more.
@Service
public class Downloads {
  private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  /// So many a party may have under way: each holds a window of rows in memory.
  static final int MOST_AT_ONCE = 8;

  private static final int MOST_EARLIER = 500;
  private static final int LONGEST_REASON = 200;

  private final DownloadMapper mapper;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;
  private final Map<Long, Integer> running = new ConcurrentHashMap<>();

  Downloads(
      DownloadMapper mapper,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Ids ids,
      Clock clock) {
    this.mapper = mapper;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /// Notes that codes are about to leave, opens the way to the client, and sends them.
  ///
  /// @param client opened when nobody refused; sets the headers
  /// @throws Problem as [#begin] does, and too-many-requests beyond [#MOST_AT_ONCE]
  /// @throws BrokenOff if it failed on our side after it began
  void handOut(DownloadOrder order, Opening client, Body body) throws IOException {
    long party = order.caller().party();
    try {
      if (running.merge(party, 1, Integer::sum) > MOST_AT_ONCE) {
        throw IssueTexts.problem(ProblemKind.TOO_MANY_REQUESTS, "download.at-once", MOST_AT_ONCE);
      }
      long id = begin(order);
      send(id, body, client.open());
    } finally {
      running.computeIfPresent(party, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  /// Must stand before the first byte goes out. Whoever hears of [CodesReleased] may refuse by
  /// throwing: then nothing is noted and nothing goes out.
  ///
  /// @return the download's id
  /// @throws Problem invalid-input in `reason` for a package, if some of the codes left before and
  ///   none is given
  long begin(DownloadOrder order) {
    Batch batch = order.download().file().batch();
    long first = order.download().first();
    long last = order.download().last();
    long id = ids.next();
    transaction.executeWithoutResult(status -> {
      if (order.form() == DownloadForm.ZIP && order.reason() == null) {
        requireFirst(mapper.overlapping(batch.id().value(), first, last));
      }
      audit.note(order.caller(), "batch.codes", "batch/" + batch.id(), order.words());
      events.publishEvent(new CodesReleased(batch, first, last, order.caller()));
      Rows.one(mapper.insert(order.row(id, now(), earlier(batch, first, last))));
    });
    return id;
  }

  /// Notes tags or a symbol that are about to leave. Joins the caller's transaction.
  ///
  /// @throws Problem invalid-input for a reason that is too long
  public void printed(Caller caller, Batch batch, Printing printing) {
    Fields fields = new Fields();
    String reason = fields.optionalText("reason", printing.reason(), LONGEST_REASON);
    fields.check();
    long first = printing.first();
    long last = printing.last();
    String words = first + "–" + last + (reason == null ? "" : " " + reason);
    audit.note(caller, "batch.print", "batch/" + batch.id(), words);
    Instant at = now();
    Rows.one(
        mapper.insert(
            new DownloadRow(
                ids.next(),
                batch.id().value(),
                printing.form().name(),
                first,
                last,
                caller.party(),
                caller.person(),
                reason,
                DownloadState.COMPLETE.name(),
                at,
                at,
                earlier(batch, first, last),
                Audit.requestId())));
  }

  private @Nullable String earlier(Batch batch, long first, long last) {
    return Earlier.text(mapper.earlier(batch.id().value(), first, last, MOST_EARLIER), first, last);
  }

  /// The download is noted as complete when all but the last byte are handed over: who has the last
  /// one cannot be earlier than the note.
  private void send(long id, Body body, OutputStream client) {
    HeldBack out = new HeldBack(client);
    try {
      body.write(out);
      out.handOver();
    } catch (ClientGone e) {
      LOG.debug("client gone: {}", e.getMessage());
      broke(id);
      return;
    } catch (InterruptedException e) {
      broke(id);
      Thread.currentThread().interrupt();
      throw new BrokenOff(e);
    } catch (IOException | RuntimeException e) {
      broke(id);
      throw new BrokenOff(e);
    }
    try {
      Rows.one(mapper.end(id, DownloadState.COMPLETE.name(), now()));
      out.end();
    } catch (IOException e) {
      LOG.debug("client gone at the last byte: {}", e.getMessage());
    } catch (RuntimeException e) {
      throw new BrokenOff(e);
    }
  }

  /// Newest first.
  List<DownloadRow> page(Batch batch, Listing listing) {
    return mapper.page(batch.id().value(), listing.before(), listing.limit());
  }

  private void broke(long id) {
    try {
      Rows.one(mapper.end(id, DownloadState.BROKEN_OFF.name(), now()));
    } catch (DataAccessException e) {
      // It stays STARTED, which does not count as complete either.
      LOG.warn("download {} ended unnoted, the store is away", id);
    }
  }

  private static void requireFirst(@Nullable DownloadRow before) {
    if (before != null) {
      throw Problem.invalid(
          "reason",
          "download.second",
          IssueTexts.words(
              "download.second",
              before.firstSequence(),
              before.lastSequence(),
              MINUTE.format(before.startedAt())));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Opens the way to the client.
  interface Opening {
    OutputStream open() throws IOException;
  }

  /// Writes the bytes of a download.
  interface Body {
    void write(OutputStream out) throws IOException, InterruptedException;
  }
}
