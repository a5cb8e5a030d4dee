package cn.zhenrong.issue;

import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who downloaded which codes of a batch, and why again.
@RestController
class DownloadController {

  private final CodeFiles files;
  private final Downloads downloads;

  DownloadController(CodeFiles files, Downloads downloads) {
    this.files = files;
    this.downloads = downloads;
  }

  /// Newest first, for the batch's party and the association.
  ///
  /// @param before only those with a smaller id, to go on where the last page ended
  @GetMapping("/api/v1/batches/{id}/downloads")
  List<DownloadAnswer> page(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String limit) {
    Batch batch = files.own(caller, new BatchId(id));
    return downloads.page(batch, Listing.read(limit, before)).stream()
        .map(DownloadAnswer::of)
        .toList();
  }
}
