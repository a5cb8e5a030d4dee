package cn.zhenrong.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/// The yarn register, garment weights, and what issued garments took of it.
@Mapper
interface YarnMapper {

  int insertPurchase(@Param("row") PurchaseRow row);

  int insertFibres(
      @Param("purchase") long purchase,
      @Param("party") long party,
      @Param("masses") List<FibreMass> masses);

  List<FibreMass> fibres(@Param("purchase") long purchase);

  @Nullable PurchaseRow purchase(@Param("id") long id, @Param("party") long party);

  List<PurchaseRow> purchases(
      @Param("party") long party, @Param("before") long before, @Param("limit") int limit);

  boolean hasAccount(@Param("party") long party);

  int openAccount(@Param("party") long party, @Param("bound") boolean bound);

  int bind(@Param("party") long party, @Param("bound") boolean bound);

  /// Whether the maker is bound to its register; null if it keeps none.
  @Nullable Boolean lockAccount(@Param("party") long party);

  @Nullable Integer weight(@Param("style") long style);

  int insertWeight(
      @Param("style") long style,
      @Param("party") long party,
      @Param("grams") int grams,
      @Param("person") long person,
      @Param("at") Instant at);

  int updateWeight(
      @Param("style") long style,
      @Param("grams") int grams,
      @Param("person") long person,
      @Param("at") Instant at);

  /// @param fibre null for all
  List<FibreMass> bought(@Param("party") long party, @Param("fibre") @Nullable String fibre);

  /// What is in issued garments of known weight, without waste.
  ///
  /// @param fibre null for all
  List<FibreMass> knitted(@Param("party") long party, @Param("fibre") @Nullable String fibre);

  @Nullable BigDecimal share(@Param("report") long report, @Param("fibre") String fibre);

  @Nullable Long latestReport(@Param("party") long party, @Param("style") long style);

  int insertAlarm(@Param("row") YarnAlarmRow row);

  boolean hasOpenAlarm(@Param("party") long party, @Param("fibre") String fibre);

  List<YarnAlarmRow> alarms(@Param("before") long before, @Param("limit") int limit);

  int closeAlarm(
      @Param("id") long id,
      @Param("at") Instant at,
      @Param("person") long person,
      @Param("reason") String reason);
}
