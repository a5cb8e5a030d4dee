package cn.zhenrong.lifecycle;

import cn.zhenrong.problem.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The unused labels of a batch as somebody counted them: by number, or one by one.
///
/// @param left an empty list says that none is left
record Count(@Nullable List<NewBox.@Nullable Part> left, @Nullable List<@Nullable String> serials) {
  static final int MOST = 10_000;

  /// Gathers what is wrong with the form of it.
  void check(Fields fields) {
    if ((left == null) == (serials == null)) {
      fields.refuse("left", "closing.one-of", LifeTexts.TEXTS.words("closing.one-of"));
    } else if (size() > MOST) {
      fields.refuse("left", "closing.most", LifeTexts.TEXTS.words("closing.most", MOST));
    }
  }

  private int size() {
    return left != null ? left.size() : serials != null ? serials.size() : 0;
  }

  /// The ranges that were counted. Only after [#check].
  ///
  /// @param count codes in the batch
  List<Range> ranges(Fields fields, long count) {
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; left != null && i < left.size(); i++) {
      NewBox.Part part = left.get(i);
      ranges.add(
          (part == null ? new NewBox.Part(null, null) : part)
              .read(fields, "left[" + i + "].", count));
    }
    return ranges;
  }

  /// The serials that were counted, as they were sent. Only after [#check].
  List<@Nullable String> scans() {
    return serials == null ? List.of() : serials;
  }
}
