package cn.zhenrong.lookup;

import cn.zhenrong.scan.Sender;
import cn.zhenrong.scan.Verifications;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The beacons of pages, read before Spring MVC sees them.
@Component
class Beacons {
  private static final int LONGEST = 1024;

  private final Verifications verifications;
  private final JsonMapper json;

  Beacons(Verifications verifications, JsonMapper json) {
    this.verifications = verifications;
    this.json = json;
  }

  /// Whether it looks like the beacon of our own page: JSON, and short.
  static boolean isPlain(HttpServletRequest request) {
    int length = request.getContentLength();
    return "application/json".equals(request.getContentType()) && length > 0 && length <= LONGEST;
  }

  /// What became of a beacon.
  enum Outcome {
    COUNTED,
    /// There was no room, or no time, to keep it. It may be sent again, and was not kept twice.
    REFUSED,
    /// No beacon, as far as could be told here: [PageController] answers.
    UNREAD
  }

  Outcome count(byte[] body, Sender sender) {
    PageController.Beacon beacon;
    try {
      beacon = json.readValue(body, PageController.Beacon.class);
      if (beacon == null || beacon.nonce() == null) {
        return Outcome.UNREAD;
      }
      return verifications.count(beacon.nonce(), Boolean.TRUE.equals(beacon.opened()), sender)
          ? Outcome.COUNTED
          : Outcome.REFUSED;
    } catch (JacksonException | DataAccessException | TransactionException e) {
      return Outcome.UNREAD;
    }
  }

  /// A request whose body was read, to be read again.
  static final class Again extends HttpServletRequestWrapper {
    private final byte[] body;

    Again(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Bytes(new ByteArrayInputStream(body));
    }
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("nobody reads a beacon piece by piece");
    }
  }
}
