package cn.zhenrong.problem;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one request and gathers everything that is wrong with them, so that a person
/// corrects a form once.
///
/// The readers give a harmless value for a bad field; [#check()] throws before such a value is
/// used.
public final class Fields {
  private static final Texts TEXTS = Texts.beside(Fields.class);

  private final List<FieldProblem> problems = new ArrayList<>();

  /// A text that must be there: NFC, trimmed, one line, 1 to `max` UTF-16 units, no control
  /// characters and nothing that turns the direction of writing.
  public String text(String field, @Nullable String value, int max) {
    String text = optionalText(field, value, max);
    if (text == null) {
      if (problems.stream().noneMatch(p -> p.field().equals(field))) {
        refuse(field, "field.missing");
      }
      return "";
    }
    return text;
  }

  /// A text that may be left out; an empty one counts as left out.
  public @Nullable String optionalText(String field, @Nullable String value, int max) {
    if (value == null) {
      return null;
    }
    if (value.length() > max * 4L) {
      refuse(field, "text.too-long", max);
      return null;
    }
    String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > max) {
      refuse(field, "text.too-long", max);
      return null;
    }
    if (!isPlain(text)) {
      refuse(field, "text.control-characters");
      return null;
    }
    return text;
  }

  /// A whole number that must be there and lie in the bounds, both inclusive.
  public long number(String field, @Nullable Long value, long least, long most) {
    if (value == null) {
      refuse(field, "field.missing");
      return least;
    }
    if (value < least || value > most) {
      refuse(field, "number.range", least, most);
      return least;
    }
    return value;
  }

  /// A value that must be there.
  public <T> T required(String field, @Nullable T value, T otherwise) {
    if (value == null) {
      refuse(field, "field.missing");
      return otherwise;
    }
    return value;
  }

  /// One of the constants of an enum, by its name as written in the interface.
  public <E extends Enum<E>> E choice(String field, @Nullable String value, List<E> allowed) {
    if (value == null || value.isBlank()) {
      refuse(field, "field.missing");
      return allowed.getFirst();
    }
    for (E one : allowed) {
      if (one.name().equals(value)) {
        return one;
      }
    }
    refuse(field, "choice.unknown", String.join(", ", allowed.stream().map(Enum::name).toList()));
    return allowed.getFirst();
  }

  /// The same where it may be left out.
  public <E extends Enum<E>> @Nullable E optionalChoice(
      String field, @Nullable String value, List<E> allowed) {
    return value == null ? null : choice(field, value, allowed);
  }

  /// A value whose reader throws problems of its own; they are gathered under `field`.
  public <T> @Nullable T read(String field, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (Problem problem) {
      if (problem.kind() != ProblemKind.INVALID_INPUT) {
        throw problem;
      }
      problems.addAll(problem.under(field).fields());
      return null;
    }
  }

  /// Notes one broken rule with words of the caller's own.
  public void refuse(String field, String code, Words words) {
    problems.add(new FieldProblem(field, code, words));
  }

  /// @throws Problem invalid-input with everything gathered, if there is anything
  public void check() {
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
  }

  /// Whether a text is free of control characters, unpaired surrogates, and marks that turn the
  /// direction of writing or cannot be seen.
  public static boolean isPlain(String text) {
    return text.codePoints()
        .allMatch(c ->
            switch (Character.getType(c)) {
              case Character.CONTROL,
                  Character.FORMAT,
                  Character.SURROGATE,
                  Character.PRIVATE_USE,
                  Character.UNASSIGNED,
                  Character.LINE_SEPARATOR,
                  Character.PARAGRAPH_SEPARATOR ->
                  false;
              default -> true;
            });
  }

  private void refuse(String field, String code, Object... arguments) {
    problems.add(new FieldProblem(field, code, TEXTS.words(code, arguments)));
  }
}
