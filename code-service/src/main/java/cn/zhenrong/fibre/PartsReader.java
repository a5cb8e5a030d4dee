package cn.zhenrong.fibre;

import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the parts of one label or report and gathers all that is wrong with them.
final class PartsReader {
  static final int MOST_PARTS = 20;

  private final Strictness strictness;
  private final Fields fields = new Fields();

  private PartsReader(Strictness strictness) {
    this.strictness = strictness;
  }

  /// @throws Problem invalid-input with everything that is wrong, paths such as
  ///   `[0].fibres[1].percent`
  static List<Part> read(Strictness strictness, @Nullable List<? extends @Nullable RawPart> raw) {
    return new PartsReader(strictness).parts(raw == null ? List.of() : raw);
  }

  private List<Part> parts(List<? extends @Nullable RawPart> raw) {
    if (raw.isEmpty()) {
      refuse("", "composition.empty");
    } else if (raw.size() > MOST_PARTS) {
      refuse("", "composition.too-many-parts", MOST_PARTS);
    } else {
      List<Part> parts = eachPart(raw);
      fields.check();
      return parts;
    }
    fields.check();
    return List.of();
  }

  private List<Part> eachPart(List<? extends @Nullable RawPart> raw) {
    boolean oneIsUnnamed =
        raw.stream().filter(part -> part == null || isUnnamed(part)).count() <= 1;
    Set<String> names = new HashSet<>();
    List<Part> parts = new ArrayList<>(raw.size());
    for (int i = 0; i < raw.size(); i++) {
      RawPart part = raw.get(i);
      if (part == null) {
        refuse("[" + i + "]", "composition.part-empty");
        continue;
      }
      String name = name(i, part, oneIsUnnamed);
      if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
        refuse("[" + i + "].part", "composition.duplicate-part");
      }
      List<Share> shares =
          new SharesReader(strictness, fields, "[" + i + "].fibres").read(part.fibres());
      parts.add(new Part(name, shares, note(i, part.note())));
    }
    return parts;
  }

  private static boolean isUnnamed(RawPart part) {
    String name = part.part();
    return name == null || name.isBlank() || PartNames.isHeading(name);
  }

  private String name(int i, RawPart part, boolean mayBeUnnamed) {
    String name = part.part();
    if (name == null || isUnnamed(part)) {
      if (!mayBeUnnamed) {
        refuse("[" + i + "].part", "part.missing");
        return "";
      }
      return PartNames.MAIN;
    }
    return words(name, PartNames.LONGEST, "[" + i + "].part", "part.name");
  }

  private @Nullable String note(int i, @Nullable String note) {
    if (note == null || note.isBlank()) {
      return null;
    }
    return words(note, PartNames.LONGEST_NOTE, "[" + i + "].note", "part.note");
  }

  /// A name or a note: NFKC, trimmed, plain; `code` is the rule of its form.
  private String words(String text, int longest, String path, String code) {
    String folded = text.length() > longest * 4 ? text : Folded.nfkc(text).strip();
    if (folded.length() > longest) {
      refuse(path, "text.too-long", longest);
    } else if (!Fields.isPlain(folded)) {
      refuse(path, "text.control-characters");
    } else if (code.equals("part.name") ? !PartNames.isName(folded) : !PartNames.isNote(folded)) {
      refuse(path, code);
    } else {
      return folded;
    }
    return "";
  }

  private void refuse(String path, String code, Object... arguments) {
    fields.refuse(path, code, FibreTexts.words(code, arguments));
  }
}
