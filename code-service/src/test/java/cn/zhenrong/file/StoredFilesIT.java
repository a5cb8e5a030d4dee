package cn.zhenrong.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class StoredFilesIT {
  @Autowired StoredFiles files;
  @Autowired PdfReader reader;
  @Autowired Makers makers;
  @Autowired JdbcClient sql;

  @ParameterizedTest
  @ValueSource(
      ints = {
        2_000,
        StoredFiles.PIECE - 1,
        StoredFiles.PIECE,
        StoredFiles.PIECE + 1,
        StoredFiles.LARGEST
      })
  void givesBackTheBytesItWasGiven(int size) {
    Caller maker = makers.maker().caller();
    byte[] pdf = Pdfs.ofSize(size, "t" + System.nanoTime());

    String digest = files.storePdf(maker, reader.check(pdf));

    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(files.read(maker, digest)).isEqualTo(pdf);
  }

  @Test
  void refusesOneByteTooMany() {
    Caller maker = makers.maker().caller();
    byte[] pdf = Pdfs.ofSize(StoredFiles.LARGEST + 1, "large");
    assertThatThrownBy(() -> files.storePdf(maker, reader.check(pdf)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_LARGE));
  }

  @Test
  void refusesWhatIsNoPdf() {
    Caller maker = makers.maker().caller();
    byte[] text = "not a report".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> files.storePdf(maker, reader.check(text)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.fields())
                    .extracting(FieldProblem::field, FieldProblem::code)
                    .containsExactly(
                        org.assertj.core.api.Assertions.tuple("file", "file.not-pdf")));
  }

  @Test
  void givesAFileToItsPartiesAndTheAssociationOnly() {
    Caller one = makers.maker().caller();
    Caller other = makers.maker().caller();
    byte[] pdf = Pdfs.onePage("t" + System.nanoTime());
    String digest = files.storePdf(one, reader.check(pdf));

    assertThat(files.read(makers.association().caller(), digest)).isEqualTo(pdf);
    refusesToRead(other, digest);
    assertThat(files.storePdf(other, reader.check(pdf))).isEqualTo(digest);
    assertThat(files.read(other, digest)).isEqualTo(pdf);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "xyz",
        "00",
        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"
      })
  void knowsNoFileByAnotherName(String digest) {
    refusesToRead(makers.association().caller(), digest);
    refusesToRead(makers.association().caller(), "0".repeat(64));
  }

  @Test
  void storesTheSameBytesOnceWhenSeveralHandThemInAtOnce() throws Exception {
    byte[] pdf = Pdfs.ofSize(2 * StoredFiles.PIECE, "t" + System.nanoTime());
    List<Callable<String>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Caller maker = makers.maker().caller();
      all.add(() -> files.storePdf(maker, reader.check(pdf)));
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<String> digest : threads.invokeAll(all)) {
        assertThat(digest.get()).isEqualTo(FileDigest.hex(FileDigest.of(pdf)));
      }
    }
    assertThat(count("stored_file_piece", pdf)).isEqualTo(2);
    assertThat(count("stored_file_owner", pdf)).isEqualTo(4);
  }

  private long count(String table, byte[] bytes) {
    return sql.sql("SELECT COUNT(*) FROM " + table + " WHERE digest = ?")
        .param(FileDigest.of(bytes))
        .query(Long.class)
        .single();
  }

  private void refusesToRead(Caller caller, String digest) {
    assertThatThrownBy(() -> files.read(caller, digest))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_FOUND));
  }
}
