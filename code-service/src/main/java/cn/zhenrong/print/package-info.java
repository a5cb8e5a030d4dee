/// A code as picture and label. The only user of ZXing and PDFBox drawing.
@ApplicationModule(
    allowedDependencies = {
      "party",
      "product",
      "evidence",
      "fibre",
      "issue",
      "lifecycle",
      "code",
      "page",
      "problem"
    })
@NullMarked
package cn.zhenrong.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
