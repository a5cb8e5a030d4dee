package cn.zhenrong.fibre;

import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the parts of one label or report and gathers all that is wrong with them.
final class PartsReader {
  static final int MOST_PARTS = 20;

  private final Strictness strictness;
  private final Fields fields = new Fields();
  private final PartFactsReader facts;

  private PartsReader(Strictness strictness) {
    this.strictness = strictness;
    facts = new PartFactsReader(strictness, fields);
  }

  /// @throws Problem invalid-input with everything that is wrong, paths such as
  ///   `[0].fibres[1].percent`
  static List<Part> read(Strictness strictness, @Nullable List<? extends @Nullable RawPart> raw) {
    PartsReader reader = new PartsReader(strictness);
    List<Part> parts = reader.parts(raw == null ? List.of() : raw);
    reader.fields.check();
    return parts;
  }

  private List<Part> parts(List<? extends @Nullable RawPart> raw) {
    if (raw.isEmpty()) {
      refuse("", "composition.empty", "composition.empty");
      return List.of();
    }
    if (raw.size() > MOST_PARTS) {
      refuse("", "composition.too-many-parts", "composition.too-many-parts", MOST_PARTS);
      return List.of();
    }
    boolean oneIsUnnamed = unnamed(raw) <= 1;
    Set<String> names = new HashSet<>();
    List<Part> parts = new ArrayList<>(raw.size());
    for (int i = 0; i < raw.size(); i++) {
      RawPart part = raw.get(i);
      if (part == null) {
        refuse("[" + i + "]", "composition.empty", "composition.part-empty");
      } else {
        parts.add(part(i, part, oneIsUnnamed, names));
      }
    }
    return parts;
  }

  private static int unnamed(List<? extends @Nullable RawPart> raw) {
    int unnamed = 0;
    for (RawPart part : raw) {
      unnamed += part != null && isUnnamed(part) ? 1 : 0;
    }
    return unnamed;
  }

  private Part part(int i, RawPart raw, boolean mayBeUnnamed, Set<String> names) {
    String name = name(i, raw, mayBeUnnamed);
    if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
      refuse("[" + i + "].part", "composition.duplicate-part", "composition.duplicate-part");
    }
    List<Share> shares =
        new SharesReader(strictness, fields, "[" + i + "].fibres").read(raw.fibres());
    return new Part(name, shares, note(i, raw.note()), facts.read(raw, "[" + i + "]"));
  }

  private static boolean isUnnamed(RawPart part) {
    String name = part.part();
    return name == null || name.isBlank() || PartNames.isHeading(name);
  }

  private String name(int i, RawPart part, boolean mayBeUnnamed) {
    String name = part.part();
    if (name == null || isUnnamed(part)) {
      if (!mayBeUnnamed) {
        refuse("[" + i + "].part", "part.missing", "part.missing");
        return "";
      }
      return PartNames.MAIN;
    }
    return words(name, PartNames.LONGEST, "[" + i + "].part", "part.name", PartNames::isName);
  }

  private @Nullable String note(int i, @Nullable String note) {
    if (note == null || note.isBlank()) {
      return null;
    }
    return words(note, PartNames.LONGEST_NOTE, "[" + i + "].note", "part.note", PartNames::isNote);
  }

  /// A name or a note: NFKC, trimmed, plain, and of the form that `code` asks for. The words for
  /// all three rules are kept under `code`.
  private String words(String text, int longest, String path, String code, Predicate<String> form) {
    String folded = text.length() > longest * 4 ? text : Folded.nfkc(text).strip();
    if (folded.length() > longest) {
      refuse(path, "text.too-long", code + ".too-long", longest);
    } else if (!Fields.isPlain(folded)) {
      refuse(path, "text.control-characters", code + ".control-characters");
    } else if (!form.test(folded)) {
      refuse(path, code, code);
    } else {
      return folded;
    }
    return "";
  }

  private void refuse(String path, String code, String key, Object... arguments) {
    fields.refuse(path, code, FibreTexts.words(key, arguments));
  }
}
