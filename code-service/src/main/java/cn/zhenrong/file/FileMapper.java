package cn.zhenrong.file;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/// Files, their pieces and who handed them in. Rows are only ever added.
@Mapper
interface FileMapper {

  int insertFile(
      @Param("digest") byte[] digest,
      @Param("mediaType") String mediaType,
      @Param("size") int size,
      @Param("at") Instant at);

  int insertPiece(
      @Param("digest") byte[] digest, @Param("number") int number, @Param("bytes") byte[] bytes);

  int insertOwner(
      @Param("digest") byte[] digest,
      @Param("party") long party,
      @Param("person") long person,
      @Param("at") Instant at);

  boolean isStored(@Param("digest") byte[] digest);

  boolean isOwner(@Param("digest") byte[] digest, @Param("party") long party);

  List<PieceRow> pieces(@Param("digest") byte[] digest);
}
