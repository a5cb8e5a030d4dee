package cn.zhenrong.issue;

import cn.zhenrong.code.PublicBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.CompressionLevel;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.springframework.stereotype.Component;

/// The package for a print shop: codes, sealed manifest, how to check them, and the digests of all
/// three, in one ZIP file encrypted with AES-256 (WinZip AE-2). Written while it is computed, in
/// constant memory; the digests come last because they are known last.
@Component
class CodesZip {
  private final CodeFiles files;
  private final Manifests manifests;
  private final PublicBase base;
  private final Clock clock;
  private final String readme;

  CodesZip(CodeFiles files, Manifests manifests, PublicBase base, Clock clock) throws IOException {
    this.files = files;
    this.manifests = manifests;
    this.base = base;
    this.clock = clock;
    try (InputStream in = CodesZip.class.getResourceAsStream("package-readme.txt")) {
      if (in == null) {
        throw new IllegalStateException("package-readme.txt is missing");
      }
      this.readme = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Writes the package. Nothing is closed on failure, so a package that is not whole has no end.
  @SuppressWarnings("resource") // closing writes the end of the file; see above
  void write(CodeFiles.Download download, char[] password, OutputStream out)
      throws IOException, InterruptedException {
    Batch batch = download.file().batch();
    byte[] manifest = manifests.find(batch.id()).orElseThrow().sealed();
    ZipOutputStream zip = new ZipOutputStream(out, password);
    StringBuilder sums = new StringBuilder();

    zip.putNextEntry(entry("codes.csv"));
    DigestOutputStream codes = new DigestOutputStream(zip, sha256());
    codes.write(CodeFile.HEAD);
    files.write(download, codes);
    zip.closeEntry();
    note(sums, "codes.csv", codes.getMessageDigest().digest());

    for (Part part :
        new Part[] {new Part("manifest.jws", manifest), new Part("README.txt", readme(download))}) {
      put(zip, part);
      note(sums, part.name(), sha256().digest(part.bytes()));
    }
    put(zip, new Part("SHA256SUMS", sums.toString().getBytes(StandardCharsets.US_ASCII)));
    zip.close();
  }

  @SuppressWarnings("ArrayRecordComponent") // a pair for two lines above, compared by nobody
  private record Part(String name, byte[] bytes) {}

  private void put(ZipOutputStream zip, Part part) throws IOException {
    zip.putNextEntry(entry(part.name()));
    zip.write(part.bytes());
    zip.closeEntry();
  }

  private ZipParameters entry(String name) {
    ZipParameters entry = new ZipParameters();
    entry.setFileNameInZip(name);
    entry.setCompressionLevel(CompressionLevel.FASTEST);
    entry.setEncryptFiles(true);
    entry.setEncryptionMethod(EncryptionMethod.AES);
    entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
    entry.setAesVersion(AesVersion.TWO);
    entry.setLastModifiedFileTime(clock.millis());
    return entry;
  }

  private byte[] readme(CodeFiles.Download download) {
    return readme
        .replace("{batch}", download.file().batch().id().toString())
        .replace("{first}", Long.toString(download.first()))
        .replace("{last}", Long.toString(download.last()))
        .replace("{base}", base.origin())
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void note(StringBuilder sums, String name, byte[] digest) {
    sums.append(HexFormat.of().formatHex(digest)).append("  ").append(name).append('\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-256 in this Java", e);
    }
  }
}
