package cn.zhenrong.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// What both servers need to stay private to this user and this machine.
final class Private {
  private Private() {}

  /// Writes a file only this user can read.
  static void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /// Asks a server to stop, and ends it if it does not within `grace`.
  static void stop(Process process, Duration grace) {
    process.destroy();
    try {
      if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Something that is true once a server is up.
  interface Sign {
    boolean isThere() throws IOException;
  }

  /// Waits until something accepts connections on `port`.
  ///
  /// @throws IllegalStateException if the process ends first or patience does
  static void awaitPort(int port, Process process, Duration patience, String what) {
    await(process, patience, what, () -> accepts(port));
  }

  /// Waits for a sign that a server is up.
  ///
  /// @throws IllegalStateException if the process ends first or patience does
  static void await(Process process, Duration patience, String what, Sign sign) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (sign.isThere()) {
          return;
        }
      } catch (IOException e) {
        // Not yet.
      }
      pause();
    }
    process.destroyForcibly();
    throw new IllegalStateException(what + " did not start");
  }

  private static boolean accepts(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a server was starting", e);
    }
  }
}
