package cn.zhenrong.benchmarks;

import cn.zhenrong.issue.CodeStream;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.Signer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// SM2 as the service signs against Bouncy Castle's own signer, both with the key set up before;
/// and whole rows of the file of codes signed by SM2.
@State(Scope.Thread)
public class Sm2Benchmark {
  /// Chunks of one pass over all cores: SM2 is slow, and a pass must not outlast an iteration.
  private static final int CHUNKS = 8;

  /// A batch signed by SM2, downloaded again and again.
  @State(Scope.Benchmark)
  public static class Codes {
    private final CodeStream stream;

    public Codes() {
      KeyRing ring = LoadKeys.make();
      stream = new CodeStream(ring.serialKeys(), ring.signer(LoadKeys.SM2));
    }

    @TearDown
    public void stop() {
      stream.stop();
    }
  }

  private final byte[] message =
      "ZR1/01/09521234543213/21/7K3M9XQ2V5TAB8R8/WS95WO5".getBytes(StandardCharsets.US_ASCII);
  private final Signer signer = LoadKeys.make().signer(LoadKeys.SM2);
  private final SM2Signer bouncy = new SM2Signer(PlainDSAEncoding.INSTANCE);

  public Sm2Benchmark() {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            new ECNamedDomainParameters(
                GMObjectIdentifiers.sm2p256v1,
                GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1)),
            CryptoServicesRegistrar.getSecureRandom()));
    byte[] user = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    bouncy.init(true, new ParametersWithID(generator.generateKeyPair().getPrivate(), user));
  }

  @Benchmark
  @OperationsPerInvocation(CHUNKS * CodeStream.CHUNK)
  public long codesOnAllCores(Codes codes) {
    return codes.stream.chunks(CHUNKS);
  }

  @Benchmark
  public byte[] sign() {
    message[40]++;
    return signer.sign(message);
  }

  @Benchmark
  public byte[] bouncyCastle() throws CryptoException {
    message[40]++;
    bouncy.update(message, 0, message.length);
    return bouncy.generateSignature();
  }
}
