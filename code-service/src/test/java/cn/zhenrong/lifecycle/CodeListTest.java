package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The serials are the vectors of the code format.
class CodeListTest {
  private static final String ONE = "0D26K7YTY8GVZYWZ";
  private static final String OTHER = "079KWJTC5Q4KV2AE";
  private static final String URL = "https://ID.EXAMPLE.CN/S/" + ONE + "?S=WS95WO5.01";

  @Test
  void readsOneCodeALine() throws IOException {
    assertThat(rows("\uFEFF" + ONE + "\r\n\r\n  0d26-k7yt-y8gv-zywz \nweixin\n" + URL))
        .containsExactly("1 " + ONE, "3 " + ONE, "4", "5 /S/" + ONE);
  }

  @Test
  void readsOurOwnFileWhereTheLabelSaysTheMost() throws IOException {
    String head = "\uFEFFsequence,serial,human,url,style,colour,size,composition,standard,pack\r\n";
    String row =
        "7," + ONE + ",0D26-K7YT-Y8GV-ZYWZ," + URL + ",K2601,\"红,浅\",M,95%山羊绒 5%绵羊毛,,1\r\n";

    assertThat(rows(head + row)).containsExactly("2 /S/" + ONE);
  }

  @Test
  void findsTheCodeInAnyColumnAndRefusesToChoose() throws IOException {
    assertThat(rows("编码;备注\n损毁;'" + ONE + "\n" + ONE + "\t" + OTHER))
        .containsExactly("2 " + ONE, "3 " + ONE + " " + OTHER);
  }

  @Test
  void takesAHundredThousandRowsButNotOneMore() throws IOException {
    assertThat(rows((ONE + "\n").repeat(CodeList.MOST_ROWS))).hasSize(CodeList.MOST_ROWS);
    assertThatThrownBy(() -> rows((ONE + "\n").repeat(CodeList.MOST_ROWS + 1)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> rows("serial\n\n")).isInstanceOf(Problem.class);
  }

  private static List<String> rows(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return CodeList.read(new ByteArrayInputStream(bytes)).rows().stream()
        .map(CodeListTest::told)
        .toList();
  }

  private static String told(CodeList.Row row) {
    StringBuilder told = new StringBuilder().append(row.number());
    for (Scan scan : row.scans()) {
      told.append(' ').append(scan.stem() == null ? "" : scan.stem()).append(scan.serial());
    }
    return told.toString();
  }
}
