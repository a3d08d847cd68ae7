package dev.slipway.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.outside.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What README and guides tell their readers to type does what they say. The guides go on where the
 * README ends, each for itself, so they are read in one go.
 */
class GuidesTest {

  private static final Path ROOT = Path.of("..");
  private static final List<String> GUIDES =
      List.of(
          "guides/service.md",
          "guides/product.md",
          "guides/finance.md",
          "guides/platform.md",
          "guides/security.md",
          "importing.md");

  /** Verbs that are no client's, or that need this machine. */
  private static final String HERE =
      "up|demo|test|build|bench|simulate|doctor|agent join|agent run|ledger verify|image|rebase|login-link";

  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");
  private static final Pattern SHELL = Pattern.compile("[#>|&;]");

  @TempDir private Path home;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void every_block_of_readme_and_guides_does_what_is_shown() {
    try (Walk walk = Walk.in(home)) {
      walk.through(Page.read(ROOT.resolve("README.md")));
      GUIDES.forEach(guide -> walk.through(Page.read(ROOT.resolve("docs").resolve(guide))));
    }
  }

  @Test
  void every_guide_is_read() {
    assertThat(pages().filter(page -> page.startsWith(ROOT.resolve("docs/guides"))))
        .extracting(page -> "guides/" + page.getFileName())
        .isNotEmpty()
        .isSubsetOf(GUIDES);
  }

  private static Stream<Path> pages() {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs.sorted())
          .filter(file -> file.toString().endsWith(".md"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of lines that are only shown, such as those with made-up names, the verbs and options. */
  @Test
  void every_line_in_the_docs_is_one_that_the_command_line_knows() {
    Person nowhere = new Person(URI.create("http://127.0.0.1:1"), "none");
    List<String> unknown = new ArrayList<>();
    pages()
        .flatMap(page -> Page.read(page).calls())
        .filter(line -> !line.matches("\\./slipway (" + HERE + ")( .*)?"))
        .forEach(line -> {
          String said = nowhere.run(words(line)).err();
          if (said.matches("(?s).*See '[^']*--help'.*")) {
            unknown.add(line + "\n" + said);
          }
        });
    assertThat(unknown).isEmpty();
  }

  /** The words after the program's name, up to what belongs to the shell. */
  private static String[] words(String line) {
    return WORD.matcher(line)
        .results()
        .map(MatchResult::group)
        .takeWhile(word -> !SHELL.matcher(word).lookingAt())
        .skip(1)
        .map(word -> word.replaceAll("[\"']", ""))
        .toArray(String[]::new);
  }
}
