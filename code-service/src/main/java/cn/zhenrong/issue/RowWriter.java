package cn.zhenrong.issue;

import cn.zhenrong.code.Serial;
import cn.zhenrong.code.SerialCipher;
import cn.zhenrong.code.TextWriter;
import cn.zhenrong.seal.Signer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes rows of the file of codes into one buffer. For one thread, and for one run of codes.
final class RowWriter {
  private final CodeFile file;
  private final SerialCipher.Writer serials;
  private final @Nullable Signer signer;
  private final byte[] rows;
  private final byte[] serial = new byte[Serial.LENGTH];
  private int at;

  /// @param signer null for compact codes
  /// @param length exactly how many bytes the rows will have
  RowWriter(CodeFile file, SerialCipher cipher, @Nullable Signer signer, int length) {
    this.file = file;
    this.serials = cipher.writer(file.batch().epoch());
    this.signer = signer;
    this.rows = new byte[length];
  }

  /// The rows, once all are written.
  byte[] rows() {
    if (at != rows.length) {
      throw new IllegalStateException("wrote " + at + " bytes where " + rows.length + " were told");
    }
    return rows;
  }

  /// Writes the rows first…last, all of one line.
  void write(CodeLine line, long first, long last) {
    TextWriter signed =
        file.statement() == null
            ? null
            : new TextWriter(line.text(), file.statement(), file.batch().slot());
    byte[] compact =
        signed == null
            ? (line.text().base().printed() + line.line().key().stem())
                .getBytes(StandardCharsets.US_ASCII)
            : new byte[0];
    for (long sequence = first; sequence <= last; sequence++) {
      serials.write(file.batch().first() + sequence - 1, serial, 0);
      beginRow(sequence);
      if (signed == null) {
        put(compact);
        put(serial);
      } else {
        System.arraycopy(serial, 0, signed.message(), signed.serialOffset(), Serial.LENGTH);
        put(signed.text(Objects.requireNonNull(signer).sign(signed.message())));
      }
      put(line.columns());
      putNumber(file.packOf(sequence));
      rows[at++] = '\r';
      rows[at++] = '\n';
    }
  }

  private void beginRow(long sequence) {
    putNumber(sequence);
    rows[at++] = ',';
    put(serial);
    rows[at++] = ',';
    for (int i = 0; i < Serial.LENGTH; i++) {
      if (i > 0 && i % 4 == 0) {
        rows[at++] = '-';
      }
      rows[at++] = serial[i];
    }
    rows[at++] = ',';
  }

  private void put(byte[] bytes) {
    System.arraycopy(bytes, 0, rows, at, bytes.length);
    at += bytes.length;
  }

  private void putNumber(long number) {
    int width = CodeFile.width(number);
    long rest = number;
    for (int i = at + width - 1; i >= at; i--) {
      rows[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    at += width;
  }
}
