package cn.zhenrong.evidence;

import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.problem.Words;
import java.util.List;

/// What a PDF's text offers for a report's form. Nothing is recorded: a person compares it with the
/// paper and sends the form.
///
/// @param hasText false for a scanned picture
/// @param found each field with its place
/// @param missing fields that a report needs and that were not found
/// @param parts the results as the form wants them; empty unless they were found
public record Prefill(
    boolean hasText, Words advice, List<Found> found, List<RawPart> parts, List<String> missing) {

  /// @param field as in `POST /api/v1/reports`; also `cma` and `cnas`, which only help to compare
  /// @param page from 1
  /// @param line on the page, from 1
  /// @param text the whole line
  public record Found(String field, String value, int page, int line, String text) {}
}
