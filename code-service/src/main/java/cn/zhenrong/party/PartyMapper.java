package cn.zhenrong.party;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// Organisations, people and their keys.
@Mapper
interface PartyMapper {

  int insertParty(PartyRow row);

  int insertPerson(PersonRow row);

  int insertKey(
      @Param("id") long id,
      @Param("person") long person,
      @Param("digest") byte[] digest,
      @Param("demo") boolean demo,
      @Param("at") Instant at);

  int revokeKeys(@Param("person") long person, @Param("at") Instant at);

  @Nullable PartyRow party(@Param("id") long id);

  @Nullable PartyRow partyByCreditCode(@Param("creditCode") String creditCode);

  @Nullable PartyRow partyByGtinPrefixOf(@Param("gtin") String gtin);

  List<PartyRow> parties(@Param("limit") int limit);

  @Nullable PersonRow person(@Param("id") long id);

  @Nullable PersonRow personByLogin(@Param("login") String login);

  @Nullable PersonRow personByKey(@Param("digest") byte[] digest);

  boolean anyDemo();

  boolean anyParty();
}
