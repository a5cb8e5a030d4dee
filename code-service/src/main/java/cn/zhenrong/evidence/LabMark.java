package cn.zhenrong.evidence;

import java.util.regex.Pattern;

/// What a laboratory may be entitled to print on its reports.
enum LabMark {
  /// 检验检测机构资质认定, statutory; its certificate number has twelve digits.
  CMA("[0-9]{12}"),
  /// Accreditation under ILAC's mutual recognition, such as `CNAS L1234`.
  CNAS(".{1,40}"),
  /// Authorisation of quality inspection bodies set up by law.
  CAL(".{1,40}");

  private final Pattern certificate;

  LabMark(String certificate) {
    this.certificate = Pattern.compile(certificate);
  }

  boolean isCertificate(String number) {
    return certificate.matcher(number).matches();
  }
}
