package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePagesTest {
  @TempDir Path folder;

  @Test
  void countsPagesOfRowsAndLongValuesOfTheServicesTables() throws IOException {
    write("data/zhenrong/batch.ibd", 8, 5, 3, 17_855, 17_855, 10, 0);
    write("data/zhenrong/audit.ibd", 8, 5, 3, 17_855);
    write("data/zhenrong_bench/small_row.ibd", 8, 5, 3, 17_855, 17_855);
    write("data/zhenrong/db.opt", 17_855);

    assertThat(TablePages.bytes(folder)).isEqualTo(4 * 16_384);
  }

  @Test
  void refusesAFolderWithoutTables() {
    assertThatThrownBy(() -> TablePages.bytes(folder)).isInstanceOf(IOException.class);
  }

  private void write(String name, int... types) throws IOException {
    ByteBuffer pages = ByteBuffer.allocate(types.length * TablePages.PAGE);
    for (int i = 0; i < types.length; i++) {
      pages.putShort(i * TablePages.PAGE + 24, (short) types[i]);
    }
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, pages.array());
  }
}
