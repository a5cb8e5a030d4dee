package cn.zhenrong.benchmarks;

import cn.zhenrong.issue.CodeStream;
import cn.zhenrong.seal.KeyRing;
import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/// How much of the signature's own speed is left once a whole row of the file of codes is written:
/// serial, message, signature, digits, human form and columns.
///
/// The baseline signs a message of the same length with the same provider and does nothing else. On
/// a busy machine two measurements one after the other do not meet the same noise; `beside` runs
/// both at the same time, one thread each.
public class SigningBenchmark {
  /// Chunks of one pass over all cores: so many that the last, uneven ones do not count for much.
  private static final int CHUNKS = 32;

  /// A signed batch, downloaded again and again.
  @State(Scope.Benchmark)
  public static class Codes {
    private final CodeStream stream;
    private long next;

    public Codes() {
      KeyRing ring = LoadKeys.make();
      stream = new CodeStream(ring.serialKeys(), ring.signer(LoadKeys.ED25519));
    }

    @TearDown
    public void stop() {
      stream.stop();
    }
  }

  /// One thread's own signature object, as the provider wants it.
  @State(Scope.Thread)
  public static class Raw {
    private final byte[] message =
        "ZR1/01/09521234543213/21/7K3M9XQ2V5TAB8R8/WS95WO5".getBytes(StandardCharsets.US_ASCII);
    private final Signature signature = signature();

    private static Signature signature() {
      try {
        Signature signature =
            Signature.getInstance("Ed25519", AmazonCorrettoCryptoProvider.INSTANCE);
        signature.initSign(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        return signature;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("the provider does not load here", e);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(CodeStream.CHUNK)
  public byte[] codes(Codes codes) {
    return codes.stream.chunk(codes.next++ % 10_000);
  }

  @Benchmark
  @OperationsPerInvocation(CHUNKS * CodeStream.CHUNK)
  public long codesOnAllCores(Codes codes) {
    return codes.stream.chunks(CHUNKS);
  }

  @Benchmark
  public byte[] accp(Raw raw) throws GeneralSecurityException {
    raw.message[40]++;
    raw.signature.update(raw.message);
    return raw.signature.sign();
  }

  @Benchmark
  @Group("beside")
  @OperationsPerInvocation(CodeStream.CHUNK)
  public byte[] codesBeside(Codes codes) {
    return codes(codes);
  }

  @Benchmark
  @Group("beside")
  @OperationsPerInvocation(CodeStream.CHUNK)
  public void accpBeside(Raw raw, Blackhole sink) throws GeneralSecurityException {
    for (int i = 0; i < CodeStream.CHUNK; i++) {
      sink.consume(accp(raw));
    }
  }
}
