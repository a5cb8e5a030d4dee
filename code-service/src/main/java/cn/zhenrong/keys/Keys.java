package cn.zhenrong.keys;

import cn.zhenrong.code.SerialCipher;
import cn.zhenrong.seal.Signer;
import cn.zhenrong.seal.Verifier;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The installation's keys: which slot signs today, what each may still do. Private halves never
/// leave `seal`.
@Service
public class Keys {

  /// The slot that signs batches accepted now.
  public int currentSlot() {
    throw new UnsupportedOperationException("not built yet");
  }

  /// The epoch whose key enciphers serials of batches accepted now.
  public int currentEpoch() {
    throw new UnsupportedOperationException("not built yet");
  }

  public Signer signer(int slot) {
    throw new UnsupportedOperationException("not built yet");
  }

  public Optional<Verifier> verifier(int slot) {
    throw new UnsupportedOperationException("not built yet");
  }

  public KeyStatus status(int slot) {
    throw new UnsupportedOperationException("not built yet");
  }

  public SerialCipher serials() {
    throw new UnsupportedOperationException("not built yet");
  }
}
