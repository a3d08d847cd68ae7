package dev.slipway.rules;

import dev.slipway.rules.Checkout.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for every file that people write. */
final class Tidy {

  private static final int LINES_MAX = 300;

  /** Files that are longer for now; the list only ever gets shorter, and is empty. */
  private static final Set<String> LONGER_FOR_NOW = Set.of();

  // Written in two halves, so that this file does not hold what it forbids.
  private static final Pattern LEFT_OVER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b|@Dis" + "abled\\b|@Ign" + "ore\\b");
  private static final Pattern EMPTY_NAME =
      Pattern.compile("(?i).*(util|utils|helper|helpers|manager)(\\.[a-z]+)?");
  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w.-])/(wo" + "rk|ro" + "ot|Us" + "ers)/[a-z]");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "repo1?\\.ma" + "ven|registry\\.np" + "mjs|registry\\.ya" + "rnpkg|arti" + "factory");
  private static final Pattern SHELL =
      Pattern.compile("\"(/bin/)?(ba|da|z)?sh\"\\s*,\\s*\"-[a-z]*c\"");
  private static final Pattern GLUED_SQL =
      Pattern.compile(
          "(?:execute\\w*|prepare\\w*|createQuery|createUpdate)\\(\\s*(?:\"[^\"]*\"\\s*\\+\\s*[a-z]|\\w*\\s*\\+|[^;]{0,200}\\.formatted\\()");
  private static final Pattern MOCKS =
      Pattern.compile("mock" + "ito|easy" + "mock|jmo" + "ck|wire" + "mock");
  private static final Pattern TITLE = Pattern.compile("(?m)^# .+");
  private static final Pattern FENCE = Pattern.compile("(?ms)^(```|~~~).*?^\\1");

  private Tidy() {}

  static List<String> breaches(List<Page> pages) {
    return pages.stream().flatMap(Tidy::breaches).sorted().toList();
  }

  private static Stream<String> breaches(Page page) {
    List<String> found = new ArrayList<>();
    if (page.is(".java", ".ts", ".tsx", ".mjs", ".css", ".md", "slipway")) {
      long lines = page.text().lines().count();
      boolean made = page.text().startsWith("// Made from ");
      if (lines > LINES_MAX && !made && !LONGER_FOR_NOW.contains(page.path())) {
        found.add(
            "%d lines, and %d are enough; split it along its ideas".formatted(lines, LINES_MAX));
      }
    }
    if (Stream.of(page.path().split("/", -1))
        .anyMatch(part -> EMPTY_NAME.matcher(part).matches())) {
      found.add("a name that says nothing; name it after what it does");
    }
    look(page, LEFT_OVER, "do it now, or write it into an issue", found);
    look(
        page,
        MACHINE,
        "a path of one machine; take it as an argument or from the environment",
        found);
    look(page, REGISTRY, "a registry's host; each machine's own settings name it", found);
    if (page.is(".java") && page.path().contains("/src/main/")) {
      look(page, SHELL, "pass a list of arguments; what a shell reads can be made to run", found);
      look(page, GLUED_SQL, "constant SQL with parameters; glued text can be made to run", found);
    }
    if (page.is("pom.xml", "package.json", ".java")) {
      look(
          page,
          MOCKS,
          "write a small real implementation of the port; it serves every test",
          found);
    }
    if (page.is(".md")) {
      long titles = TITLE.matcher(FENCE.matcher(page.text()).replaceAll("")).results().count();
      if (titles != 1) {
        found.add("%d titles; a page has one line that starts with '# '".formatted(titles));
      }
    }
    return found.stream().map(breach -> page.path() + ": " + breach);
  }

  private static void look(Page page, Pattern pattern, String instead, List<String> found) {
    Matcher matcher = pattern.matcher(page.text());
    if (matcher.find()) {
      long line = page.text().substring(0, matcher.start()).lines().count();
      found.add("'%s' near line %d: %s".formatted(matcher.group(), line, instead));
    }
  }

  /** Packages without the page that says what they are and that nothing in them is null. */
  static List<String> unmarked(List<Page> pages) {
    Set<String> marked =
        pages.stream()
            .filter(page -> page.is("/package-info.java") && page.text().contains("@NullMarked"))
            .map(Tidy::packageOf)
            .collect(Collectors.toSet());
    return pages.stream()
        .filter(page -> page.is(".java") && page.path().matches(".*/src/(main|test)/java/.*"))
        .map(Tidy::packageOf)
        .filter(name -> !name.contains("/resources/"))
        .distinct()
        .filter(name -> !marked.contains(name))
        .map(name -> name + ": add package-info.java with a sentence and @NullMarked")
        .sorted()
        .toList();
  }

  /** A room's package: a test's package is marked by its room's. */
  private static String packageOf(Page page) {
    return page.path().replaceFirst("/src/(main|test)/java/", "/").replaceFirst("/[^/]+$", "");
  }
}
