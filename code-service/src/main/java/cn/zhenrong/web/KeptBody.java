package cn.zhenrong.web;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A request whose body was read once and can be read again.
///
/// A form with files is read by the container, which keeps its parts; its body here is what the
/// parts say, without the boundary that each sending makes up anew.
final class KeptBody extends HttpServletRequestWrapper {
  private final byte[] body;

  /// @throws Problem malformed-request or too-large for a form the container cannot read
  KeptBody(HttpServletRequest request) throws IOException {
    super(request);
    String type = request.getContentType();
    this.body =
        type != null && type.startsWith("multipart/")
            ? parts(request)
            : request.getInputStream().readAllBytes();
  }

  private static byte[] parts(HttpServletRequest request) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      for (Part part : request.getParts()) {
        String head = part.getName() + "\n" + part.getSize() + "\n";
        all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        try (InputStream in = part.getInputStream()) {
          in.transferTo(all);
        }
      }
    } catch (IllegalStateException e) {
      throw Problem.of(ProblemKind.TOO_LARGE);
    } catch (ServletException e) {
      throw Problem.of(ProblemKind.MALFORMED_REQUEST);
    }
    return all.toByteArray();
  }

  byte[] body() {
    return body;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream in = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return in.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        return in.read(target, offset, length);
      }

      @Override
      public boolean isFinished() {
        return in.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("the body is in memory");
      }
    };
  }
}
