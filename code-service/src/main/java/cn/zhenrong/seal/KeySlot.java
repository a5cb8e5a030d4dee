package cn.zhenrong.seal;

import java.time.Instant;

/// The public side of one signing key in the ring.
///
/// @param slot 0 to 73, printed in every code the key signs
/// @param kid the key's [VerifyingKey#thumbprint], with `demo-` before it for a demonstration key
/// @param key the public key
/// @param notBefore first instant at which it may sign
/// @param notAfter last instant at which it may sign
/// @param demo whether the key was made for demonstrations; production refuses it
public record KeySlot(
    int slot, String kid, VerifyingKey key, Instant notBefore, Instant notAfter, boolean demo) {
  static final String DEMO = "demo-";
  static final int LAST = 73;
}
