package cn.zhenrong.scan;

import org.springframework.stereotype.Component;

/// The name of this installation, made with its database. What waits for the database outside of it
/// carries the name, so that it is never applied to another one that shares Redis or a disk.
@Component
class Installation {
  private final String name;

  Installation(ScanMapper mapper) {
    this.name = mapper.installation();
  }

  /// 32 characters of 0–9 and a–f.
  String name() {
    return name;
  }
}
