package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever comes new reads in one place what each package decides. */
class PackagesTest {

  private static final Path ENGINE = Path.of("src", "main", "java", "dev", "slipway", "engine");

  @Test
  void the_engine_tells_what_each_of_its_packages_decides() throws IOException {
    String told = Files.readString(ENGINE.resolve("package-info.java"));
    List<String> packages;
    try (Stream<Path> inside = Files.list(ENGINE)) {
      packages =
          inside
              .filter(Files::isDirectory)
              .map(directory -> directory.getFileName().toString())
              .toList();
    }
    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(told).contains("<li>{@code %s}: ".formatted(name)));
  }
}
