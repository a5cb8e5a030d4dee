package cn.zhenrong.scan;

import cn.zhenrong.problem.Words;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where a verification came from, as far as a network prefix tells: a province-level division by
/// the two-digit code of GB/T 2260, or abroad. The position is its capital's, in whole and tenth
/// degrees, and serves to tell how far two verifications lie apart.
public enum Province {
  BEIJING(11, "北京", "Beijing", 39.9, 116.4),
  TIANJIN(12, "天津", "Tianjin", 39.1, 117.2),
  HEBEI(13, "河北", "Hebei", 38.0, 114.5),
  SHANXI(14, "山西", "Shanxi", 37.9, 112.5),
  INNER_MONGOLIA(15, "内蒙古", "Inner Mongolia", 40.8, 111.7),
  LIAONING(21, "辽宁", "Liaoning", 41.8, 123.4),
  JILIN(22, "吉林", "Jilin", 43.9, 125.3),
  HEILONGJIANG(23, "黑龙江", "Heilongjiang", 45.8, 126.5),
  SHANGHAI(31, "上海", "Shanghai", 31.2, 121.5),
  JIANGSU(32, "江苏", "Jiangsu", 32.1, 118.8),
  ZHEJIANG(33, "浙江", "Zhejiang", 30.3, 120.2),
  ANHUI(34, "安徽", "Anhui", 31.8, 117.2),
  FUJIAN(35, "福建", "Fujian", 26.1, 119.3),
  JIANGXI(36, "江西", "Jiangxi", 28.7, 115.9),
  SHANDONG(37, "山东", "Shandong", 36.7, 117.0),
  HENAN(41, "河南", "Henan", 34.8, 113.6),
  HUBEI(42, "湖北", "Hubei", 30.6, 114.3),
  HUNAN(43, "湖南", "Hunan", 28.2, 113.0),
  GUANGDONG(44, "广东", "Guangdong", 23.1, 113.3),
  GUANGXI(45, "广西", "Guangxi", 22.8, 108.3),
  HAINAN(46, "海南", "Hainan", 20.0, 110.3),
  CHONGQING(50, "重庆", "Chongqing", 29.6, 106.5),
  SICHUAN(51, "四川", "Sichuan", 30.6, 104.1),
  GUIZHOU(52, "贵州", "Guizhou", 26.6, 106.7),
  YUNNAN(53, "云南", "Yunnan", 25.0, 102.7),
  TIBET(54, "西藏", "Tibet", 29.7, 91.1),
  SHAANXI(61, "陕西", "Shaanxi", 34.3, 108.9),
  GANSU(62, "甘肃", "Gansu", 36.1, 103.8),
  QINGHAI(63, "青海", "Qinghai", 36.6, 101.8),
  NINGXIA(64, "宁夏", "Ningxia", 38.5, 106.3),
  XINJIANG(65, "新疆", "Xinjiang", 43.8, 87.6),
  TAIWAN(71, "台湾", "Taiwan", 25.0, 121.6),
  HONG_KONG(81, "香港", "Hong Kong", 22.3, 114.2),
  MACAO(82, "澳门", "Macao", 22.2, 113.5),
  /// Outside China; how far away is not known.
  ABROAD(99, "境外", "abroad", Double.NaN, Double.NaN);

  private static final Map<Integer, Province> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Province::code, province -> province));

  private final int code;
  private final Words words;
  private final double latitude;
  private final double longitude;

  Province(int code, String zh, String en, double latitude, double longitude) {
    this.code = code;
    this.words = new Words(zh, en);
    this.latitude = latitude;
    this.longitude = longitude;
  }

  /// The two digits of GB/T 2260; 99 for abroad.
  public int code() {
    return code;
  }

  public Words words() {
    return words;
  }

  /// The province of a code, if there is one.
  public static Optional<Province> of(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /// Great-circle kilometres between two capitals; 0 if one of them is not known.
  double kilometresTo(Province other) {
    if (Double.isNaN(latitude) || Double.isNaN(other.latitude)) {
      return 0;
    }
    double north = Math.toRadians(other.latitude - latitude) / 2;
    double east = Math.toRadians(other.longitude - longitude) / 2;
    double half =
        Math.pow(Math.sin(north), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(east), 2);
    return 2 * 6371 * Math.asin(Math.sqrt(half));
  }
}
