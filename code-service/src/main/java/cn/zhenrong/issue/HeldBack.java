package cn.zhenrong.issue;

import java.io.IOException;
import java.io.OutputStream;

/// The way to a client, always one byte behind: whoever has all bytes but the last cannot have
/// ended, so what is to be noted about a whole download is noted before its end is seen.
///
/// A client that went away or stopped reading shows as [ClientGone], so that it is never taken for
/// a failure of ours.
final class HeldBack extends OutputStream {
  private final OutputStream client;
  private int last = -1;

  HeldBack(OutputStream client) {
    this.client = client;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return;
    }
    try {
      if (last >= 0) {
        client.write(last);
      }
      client.write(bytes, offset, length - 1);
    } catch (IOException e) {
      throw new ClientGone(e);
    }
    last = bytes[offset + length - 1] & 0xFF;
  }

  /// Hands everything but the last byte to the network.
  void handOver() throws IOException {
    try {
      client.flush();
    } catch (IOException e) {
      throw new ClientGone(e);
    }
  }

  /// Lets the last byte go.
  void end() throws IOException {
    try {
      if (last >= 0) {
        client.write(last);
        last = -1;
      }
      client.flush();
    } catch (IOException e) {
      throw new ClientGone(e);
    }
  }

  /// The client went away, or took nothing for longer than the connection's time-out.
  static final class ClientGone extends IOException {
    private static final long serialVersionUID = 1L;

    ClientGone(IOException cause) {
      super(cause);
    }
  }
}
