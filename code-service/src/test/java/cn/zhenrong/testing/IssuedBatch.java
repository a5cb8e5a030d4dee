package cn.zhenrong.testing;

import cn.zhenrong.testing.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An open batch, as its maker sees it.
public record IssuedBatch(Api maker, String id) {

  /// One row of the file of codes, as far as tests need it.
  ///
  /// @param url the whole text of the symbol
  public record Row(long sequence, String serial, String human, String url) {
    static Row of(String line) {
      String[] columns = line.split(",", 5);
      return new Row(Long.parseLong(columns[0]), columns[1], columns[2], columns[3]);
    }

    /// Path and query of the text, to be asked from wherever the service listens.
    public String path() {
      return url.substring(url.indexOf('/', url.indexOf("//") + 2));
    }

    /// The path without its query.
    public String bare() {
      return path().split("\\?", 2)[0];
    }
  }

  /// A path below this batch.
  public String path(String rest) {
    return "/api/v1/batches/" + id + "/" + rest;
  }

  /// Downloads the file of codes, again if need be.
  public List<Row> rows() {
    Answer file = maker.get(path("codes.csv"));
    if (file.status() != 200) {
      throw new IllegalStateException(file.toString());
    }
    return new String(file.body(), StandardCharsets.UTF_8).lines().skip(1).map(Row::of).toList();
  }
}
