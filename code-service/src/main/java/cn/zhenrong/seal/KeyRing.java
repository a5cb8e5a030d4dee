package cn.zhenrong.seal;

import cn.zhenrong.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The secrets of the installation in memory: signing keys by slot and the serial root, as read
/// from a PKCS#12 keystore.
///
/// Nothing of it is ever written to a log or a database; the text form shows slots only.
public final class KeyRing {
  /// Not private: a test puts a broken key in.
  final Map<Integer, Held> held;

  private final byte[] root;
  private final SerialKeys serialKeys;

  KeyRing(List<Held> keys, byte[] root) {
    this.held = new TreeMap<>();
    for (Held key : keys) {
      held.put(key.slot().slot(), key);
    }
    this.root = root.clone();
    this.serialKeys = SerialKeys.ofRoot(root);
  }

  /// Reads the keystore that a [KeyCeremony] wrote.
  ///
  /// @throws Problem of kind `INTERNAL` whose words say what is wrong: no such file, wrong
  ///   password, no signing key, no serial root
  public static KeyRing load(Path keystore, char[] password) {
    return KeystoreFile.open(keystore, password).ring(List.of());
  }

  /// The same, with the signing keys of a token beside those of the file. The serial root is always
  /// the file's.
  ///
  /// @throws Problem as above, or if both hold a key for the same slot
  public static KeyRing load(Path keystore, char[] password, Token.Content token) {
    return KeystoreFile.open(keystore, password).ring(token.keys());
  }

  /// The implementation that signs with Ed25519 in this process, for a log line.
  public static String ed25519Provider() {
    return Ed25519Engine.CHOSEN.name();
  }

  /// The signer of a slot.
  ///
  /// @throws Problem of kind `INTERNAL` if the slot holds no key
  public Signer signer(int slot) {
    return held(slot).signer();
  }

  /// The verifier of what the slot's own signer signs.
  ///
  /// @throws Problem as [#signer]
  public Verifier verifier(int slot) {
    return held(slot).slot().key().verifier();
  }

  /// The public side of a slot; empty if the slot holds no key.
  public Optional<KeySlot> slot(int slot) {
    return Optional.ofNullable(held.get(slot)).map(Held::slot);
  }

  /// The public side of every key, by slot.
  public List<KeySlot> slots() {
    List<KeySlot> slots = new ArrayList<>();
    held.values().forEach(key -> slots.add(key.slot()));
    return slots;
  }

  /// The cipher between index and serial.
  public SerialKeys serialKeys() {
    return serialKeys;
  }

  /// The key of the padding leaves of one batch's [CodesTree]. It differs by batch: with one key
  /// for all, equal padding in two batches would show where the codes end.
  public byte[] paddingKey(String batchId) {
    return Hkdf.derive(root, ("ZR1 padding " + batchId).getBytes(StandardCharsets.UTF_8));
  }

  private Held held(int slot) {
    Held key = held.get(slot);
    if (key == null) {
      throw SealTexts.unusable("keystore.no-slot", slot);
    }
    return key;
  }

  @Override
  public String toString() {
    return "KeyRing[slots " + held.keySet() + ", keys hidden]";
  }

  /// One key: what the world may know and what signs.
  record Held(KeySlot slot, Signer signer) {}
}
