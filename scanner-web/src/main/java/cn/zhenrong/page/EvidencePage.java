package cn.zhenrong.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a code's validity rests on: what the server found, and where the reader finds the same
/// published, to check it without believing the server.
///
/// @param serial the serial as people read it
/// @param verdict what can be said of the code, above all else
/// @param signed what became of the signature in the scanned text
/// @param key the key its batch is signed with
/// @param manifest what the public manifest says
/// @param proof how the code stands under the manifest; null while others are asking for theirs
/// @param sources where all this is published
/// @param command how to check the signature with OpenSSL; null if the text carried none
/// @param backUrl the consumer page of the code; a path of this site
public record EvidencePage(
    Frame frame,
    String serial,
    VerdictBar verdict,
    Signed signed,
    Key key,
    Manifest manifest,
    @Nullable Proof proof,
    Sources sources,
    @Nullable String command,
    String backUrl) {

  /// What became of the signature in the scanned text.
  public enum Signed {
    ABSENT,
    VALID,
    MISMATCH
  }

  /// What a key may still do.
  public enum KeyStatus {
    CURRENT,
    CLOSING,
    RETIRED,
    COMPROMISED
  }

  /// @param algorithm `Ed25519`, `ES256` or `SM2`
  public record Key(int slot, String kid, String algorithm, KeyStatus status) {}

  /// @param lines member names of the manifest with their values, in its order
  /// @param digest SHA-256 of the public copy as it is published, in hex
  public record Manifest(String batch, List<Line> lines, String digest) {
    public Manifest {
      lines = List.copyOf(lines);
    }
  }

  /// One member of the manifest.
  public record Line(String name, String value) {}

  /// @param leaf what is hashed for this code
  /// @param steps hashes from the leaf to the root
  public record Proof(String leaf, long index, int steps, String root) {}

  /// Paths of this site, and what the script needs beside them.
  ///
  /// @param path the code's identifier path, as it was signed
  /// @param token value of the `S` parameter; null if the text carried none
  public record Sources(
      String path, @Nullable String token, String keys, String manifest, String proof) {

    /// @throws IllegalArgumentException if a link leaves this site
    public Sources {
      Addresses.requireLocal(keys);
      Addresses.requireLocal(manifest);
      Addresses.requireLocal(proof);
    }
  }

  /// @throws IllegalArgumentException if the link leaves this site
  public EvidencePage {
    Addresses.requireLocal(backUrl);
  }
}
