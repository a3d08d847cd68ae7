package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What people read when a document is wrong: each file in {@code mistakes} beside its problems. To
 * write the problems anew after a change, and read the difference before it is committed, run with
 * {@code -Dslipway.golden=write}.
 */
class MistakesTest {

  @TestFactory
  Stream<DynamicTest> each_mistake_is_told_as_written_beside_it() {
    return Samples.in("mistakes").stream()
        .filter(file -> file.toString().endsWith(".yaml"))
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    String name = file.getFileName().toString();
    String told = Samples.problems(Documents.compile(name, Samples.bytes(file)));
    Path beside = file.resolveSibling(name.replace(".yaml", ".problems"));
    if ("write".equals(System.getProperty("slipway.golden"))) {
      Files.writeString(beside, told);
    }
    assertThat(told).isNotEqualTo("valid\n").isEqualTo(Files.readString(beside));
  }
}
