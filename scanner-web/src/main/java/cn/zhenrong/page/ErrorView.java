package cn.zhenrong.page;

import org.jspecify.annotations.Nullable;

/// A request that could not be answered, in words.
///
/// @param status the HTTP status
/// @param requestId what to quote when asking for help
/// @param key the texts that fit the status
public record ErrorView(int status, @Nullable String requestId, String key) {

  static ErrorView of(int status, @Nullable String requestId) {
    String own = "error." + status;
    String key = PageWords.has(own + ".title") ? own : status < 500 ? "error.400" : "error.500";
    return new ErrorView(status, requestId, key);
  }
}
