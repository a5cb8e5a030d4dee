package cn.zhenrong.oversight;

import cn.zhenrong.file.FileForgetting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps a photo that another case still has.
@Component
class CasePhotos {
  private final CaseMapper mapper;

  CasePhotos(CaseMapper mapper) {
    this.mapper = mapper;
  }

  @EventListener
  void forgetting(FileForgetting event) {
    if (mapper.hasPhoto(event.digest())) {
      event.keep();
    }
  }
}
