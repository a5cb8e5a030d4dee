package cn.zhenrong.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The second decoder: `zbarimg` from Debian's zbar-tools, which shares no code with ZXing or us.
public final class Zbar {
  private Zbar() {}

  /// What it reads in each picture, in order, one text for each that it can read.
  public static List<String> read(Path folder, List<byte[]> pngs) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable"));
    for (int i = 0; i < pngs.size(); i++) {
      Path file = folder.resolve("%05d.png".formatted(i));
      Files.write(file, pngs.get(i));
      command.add(file.toString());
    }
    byte[] said = start(command).getInputStream().readAllBytes();
    return new String(said, StandardCharsets.US_ASCII).lines().toList();
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new AssertionError("zbarimg is missing: install the package zbar-tools", e);
    }
  }
}
