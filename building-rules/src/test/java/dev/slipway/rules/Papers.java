package dev.slipway.rules;

import dev.slipway.rules.Checkout.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the papers and the poms have to agree on. */
final class Papers {

  private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");
  private static final Pattern OURS =
      Pattern.compile(
          "<dependency>\\s*<groupId>dev\\.slipway</groupId>\\s*<artifactId>slipway-([a-z-]+)</artifactId>(.*?)</dependency>",
          Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?ms)^(```|~~~).*?^\\1|`[^`\\n]*`");

  private static final Pattern FENCE =
      Pattern.compile("(?ms)^(?:<!-- not run: ([^\\n]{10,}) -->\\n)?```([^\\n]*)\\n.*?^```$");
  private static final Set<String> RUN = Set.of("sh", "sh stays", "sh fails");
  private static final String NOT_RUN = "sh not-run";

  private Papers() {}

  /** The modules of a root pom. */
  static List<String> modules(String pom) {
    return MODULE.matcher(pom).results().map(match -> match.group(1)).toList();
  }

  /** Dependencies of a room's pom, tests' aside, that its doors do not allow. */
  static List<String> poms(String room, String pom) {
    return OURS.matcher(pom)
        .results()
        .filter(match -> !match.group(2).contains("<scope>test</scope>"))
        .map(match -> match.group(1))
        .filter(other -> !Room.named(room).mayMention(other))
        .map(other -> "%s depends on %s, but %s".formatted(room, other, Room.named(room).advice()))
        .toList();
  }

  /** Rooms that ARCHITECTURE.md has no row with a sentence for. */
  static List<String> unnamed(List<String> modules, String architecture) {
    return modules.stream()
        .filter(room ->
            !Pattern.compile("(?m)^\\| `" + room + "` \\| [^|]{10,} \\|")
                .matcher(architecture)
                .find())
        .map(room -> room + ": add its row to the table of rooms in ARCHITECTURE.md")
        .toList();
  }

  /** Links between the pages that lead nowhere. */
  static List<String> deadLinks(Path root, List<Page> pages) {
    return pages.stream()
        .filter(page -> page.is(".md"))
        .flatMap(page -> deadLinks(root, page))
        .toList();
  }

  private static Stream<String> deadLinks(Path root, Page page) {
    Path folder = root.resolve(page.path()).resolveSibling("");
    return LINK.matcher(CODE.matcher(page.text()).replaceAll(""))
        .results()
        .map((MatchResult match) -> match.group(1))
        .filter(link -> !link.matches("(?i)(https?|mailto):.*|#.*"))
        .filter(link -> !Files.exists(folder.resolve(link.replaceFirst("#.*", ""))))
        .map(link -> "%s: the link to %s leads nowhere".formatted(page.path(), link));
  }

  /**
   * Blocks of commands that are not marked so that it is known whether they are run, and why not.
   */
  static List<String> unmarked(List<Page> pages) {
    return pages.stream().filter(page -> page.is(".md")).flatMap(Papers::unmarked).toList();
  }

  private static Stream<String> unmarked(Page page) {
    return FENCE
        .matcher(page.text())
        .results()
        .map(fence -> unmarked(fence).map(breach -> page.path() + ": " + breach))
        .flatMap(Optional::stream);
  }

  private static Optional<String> unmarked(MatchResult fence) {
    String mark = fence.group(2);
    boolean reasoned = fence.group(1) != null;
    if (mark.equals(NOT_RUN)) {
      return reasoned
          ? Optional.empty()
          : Optional.of(
              "say in '<!-- not run: … -->' on the line before why nobody runs this block");
    }
    if (reasoned) {
      return Optional.of("this block gives a reason for not being run; mark it '" + NOT_RUN + "'");
    }
    return mark.matches("(sh|bash|shell|console|zsh)\\b.*") && !RUN.contains(mark)
        ? Optional.of("'" + mark + "' is no mark of a block; see CONTRIBUTING.md")
        : Optional.empty();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
