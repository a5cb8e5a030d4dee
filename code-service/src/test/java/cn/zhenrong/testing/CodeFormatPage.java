package cn.zhenrong.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `docs/code-format.md` in the hands of a reader: the lines that check a code with OpenSSL, for a
/// text and a key of the reader's own.
public final class CodeFormatPage {
  private static final Path PAGE = Path.of("..", "docs", "code-format.md");

  private CodeFormatPage() {}

  /// Runs the lines and tells what they print.
  public static String verify(Path folder, String text, String pem) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("```sh\n") + 6;
    String recipe =
        page.substring(start, page.indexOf("```", start))
            .replaceFirst("text='[^']+'", "text='" + text + "'")
            .replaceFirst(
                "(?s)-----BEGIN PUBLIC KEY-----.*-----END PUBLIC KEY-----\n", pem.strip() + "\n");
    Process process =
        new ProcessBuilder("sh", "-c", recipe)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
