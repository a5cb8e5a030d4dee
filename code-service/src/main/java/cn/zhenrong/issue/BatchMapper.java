package cn.zhenrong.issue;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Batches and their lines.
@Mapper
interface BatchMapper {
  int insert(
      @Param("row") BatchRow row,
      @Param("digest") byte[] digest,
      @Param("decision") String decision);

  int insertLines(@Param("lines") List<LineRow> lines);

  int accept(BatchRow row);

  int review(
      @Param("id") long id,
      @Param("person") long person,
      @Param("at") Instant at,
      @Param("words") String words,
      @Param("reading") @Nullable String reading,
      @Param("status") String status);

  /// Changes nothing unless the batch stands where it is thought to.
  int end(@Param("id") long id, @Param("from") String from, @Param("to") String to);

  @Nullable BatchRow batch(@Param("id") long id);

  @Nullable BatchRow lock(@Param("id") long id);

  @Nullable BatchRow byExternalNo(
      @Param("party") long party, @Param("externalNo") String externalNo);

  DigestRow contentDigest(@Param("id") long id);

  @Nullable BatchRow holding(@Param("index") long index);

  List<Long> under(@Param("report") long report, @Param("limit") int limit);

  List<BatchRow> beginning(
      @Param("first") long first, @Param("last") long last, @Param("limit") int limit);

  List<LineRow> lines(@Param("id") long id);

  List<LineRow> linesOf(@Param("ids") List<Long> ids);

  List<BatchRow> page(
      @Param("party") @Nullable Long party,
      @Param("status") @Nullable String status,
      @Param("before") long before,
      @Param("limit") int limit);

  PapersRow papers(@Param("id") long id);
}
