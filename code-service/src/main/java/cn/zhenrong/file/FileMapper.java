package cn.zhenrong.file;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Files, their pieces and who handed them in. Only files that nobody handed in, drawn anew from a
/// stranger's photo, are ever deleted.
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

  /// Its size, null if it is not stored; nobody deletes it until the transaction ends.
  @Nullable Integer share(@Param("digest") byte[] digest);

  /// The same; nobody else begins to use it until the transaction ends.
  @Nullable Integer lock(@Param("digest") byte[] digest);

  boolean isOwned(@Param("digest") byte[] digest);

  int countPieces(@Param("digest") byte[] digest);

  int deletePieces(@Param("digest") byte[] digest);

  int deleteFile(@Param("digest") byte[] digest);

  boolean isOwner(@Param("digest") byte[] digest, @Param("party") long party);

  List<PieceRow> pieces(@Param("digest") byte[] digest);
}
