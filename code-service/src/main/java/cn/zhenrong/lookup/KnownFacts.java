package cn.zhenrong.lookup;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.ReportWithdrawn;
import cn.zhenrong.evidence.Reports;
import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.party.Parties;
import cn.zhenrong.product.Labels;
import cn.zhenrong.product.Styles;
import cn.zhenrong.redis.Far;
import cn.zhenrong.redis.Sharing;
import cn.zhenrong.redis.TwoLevels;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The records behind a batch, in memory. A report that is taken back shows at once, one that
/// expires within half a minute.
@Component
class KnownFacts {
  private static final int MOST = 20_000;

  private final Records records;
  private final TwoLevels<BatchId, Facts> facts;

  /// Where they are kept.
  @Component
  record Records(Batches batches, Styles styles, Labels labels, Reports reports, Parties parties) {}

  KnownFacts(Records records, Sharing sharing, JsonMapper json) {
    this.records = records;
    JsonMapper mapper = json.rebuild().addModule(compositions()).build();
    this.facts =
        sharing.cache(
            new TwoLevels.Kind<>(
                "facts3",
                MOST,
                new TwoLevels.Text<>(BatchId::toString, text -> new BatchId(Long.parseLong(text))),
                new Far.Bytes<>(
                    mapper::writeValueAsBytes, bytes -> mapper.readValue(bytes, Facts.class)),
                this::load));
  }

  /// @throws org.springframework.dao.DataAccessException if the store is away and nothing is known
  TwoLevels.Told<Facts> of(Batch batch) {
    return facts.get(batch.id());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void withdrawn(ReportWithdrawn event) {
    facts.drop(records.batches().under(event.report()));
  }

  private Facts load(BatchId id) {
    Batch batch = records.batches().find(id).orElseThrow();
    Report report = records.reports().find(batch.report()).orElseThrow();
    return new Facts(
        records.styles().find(batch.style()).orElseThrow(),
        records.labels().find(batch.label()).orElseThrow(),
        report,
        records.parties().find(batch.party()).orElseThrow(),
        records.batches().decision(id));
  }

  /// Compositions go as their parts and are read again by the rules they were read by.
  static SimpleModule compositions() {
    return new SimpleModule("compositions")
        .addSerializer(Composition.class, new Writing<>(Composition::raw))
        .addDeserializer(Composition.class, new Reading<>(Composition::of))
        .addSerializer(Measured.class, new Writing<>(Measured::raw))
        .addDeserializer(Measured.class, new Reading<>(Measured::of));
  }

  private static final class Writing<T> extends ValueSerializer<T> {
    private final Function<T, List<RawPart>> parts;

    Writing(Function<T, List<RawPart>> parts) {
      this.parts = parts;
    }

    @Override
    public void serialize(T value, JsonGenerator to, SerializationContext context) {
      context.writeValue(to, parts.apply(value));
    }
  }

  private static final class Reading<T> extends ValueDeserializer<T> {
    private static final TypeReference<List<RawPart>> PARTS = new TypeReference<>() {};

    private final Function<List<RawPart>, T> whole;

    Reading(Function<List<RawPart>, T> whole) {
      this.whole = whole;
    }

    @Override
    public T deserialize(JsonParser from, DeserializationContext context) {
      return whole.apply(
          context.readValue(from, context.getTypeFactory().constructType(PARTS.getType())));
    }
  }
}
