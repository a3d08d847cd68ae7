package dev.slipway.config.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a command line into words by the quoting rules of the POSIX shell (XCU 2.2), and does
 * nothing else that a shell does: what would need one is a mistake that names the way out. Values
 * are put into words later, so no value can become a second word.
 */
final class Words {

  private static final String SCRIPT =
      " Commands run without a shell: put this into a script in the repository and call that, or put"
          + " it in quotes if it is meant as text.";

  private static final String PARAMETER = "{params[";

  private final String line;
  private final List<Word> words = new ArrayList<>();
  private StringBuilder word = new StringBuilder();
  private Optional<Integer> start = Optional.empty();
  private Optional<Fault> fault = Optional.empty();
  private int at;

  private Words(String line) {
    this.line = line;
  }

  /**
   * A word without its quotes.
   *
   * @param start the index in the line where it begins, quotes included
   */
  record Word(String text, int start) {}

  /** Why a line cannot be split, and at which index. */
  record Fault(int at, String code, String message) {}

  /** What became of a line: words, or the first fault. */
  record Split(List<Word> words, Optional<Fault> fault) {}

  /** Splits {@code line}; line ends at its end do not count. */
  static Split of(String line) {
    var splitting = new Words(line.stripTrailing());
    splitting.run();
    return new Split(List.copyOf(splitting.words), splitting.fault);
  }

  private void run() {
    for (at = 0; at < line.length() && fault.isEmpty(); at++) {
      char c = line.charAt(at);
      switch (c) {
        case ' ', '\t' -> endWord();
        case '\'' -> singleQuoted();
        case '"' -> doubleQuoted();
        case '\\' -> escaped();
        default -> plain(c);
      }
    }
    endWord();
    if (words.isEmpty() && fault.isEmpty()) {
      fail(0, "empty-command", "There is no program to run. Name one.");
    }
  }

  private void plain(char c) {
    if (c == '\n') {
      fail(at, "shell-operator", "A command is one line." + SCRIPT);
    } else if ("|&;<>()`".indexOf(c) >= 0) {
      fail(at, "shell-operator", "'" + c + "' is an operator of the shell." + SCRIPT);
    } else if ("*?[".indexOf(c) >= 0 && !isInPlaceholder()) {
      fail(at, "shell-pattern", "'" + c + "' is a file pattern of the shell." + SCRIPT);
    } else if (start.isEmpty() && (c == '~' || c == '#' || c == '!')) {
      fail(at, "shell-operator", "A word that starts with '" + c + "' needs a shell." + SCRIPT);
    } else if (c == '=' && words.isEmpty() && isVariableName(word)) {
      fail(
          start.orElse(at),
          "shell-assignment",
          "Variables are not set in front of a command. Write them under 'variables'.");
    } else {
      checkDollar(c);
      append(c);
    }
  }

  /** Only {@code ${port}} may follow a dollar sign that a shell would look at. */
  private void checkDollar(char c) {
    if (c == '$' && !line.startsWith("${port}", at)) {
      fail(
          at,
          "shell-expansion",
          "'$' would need a shell; only ${port} is put in, and placeholders such as {sha}."
              + SCRIPT);
    }
  }

  /** The one bracket that is no pattern: the one of {@code {params[name]}}. */
  private boolean isInPlaceholder() {
    return line.startsWith(PARAMETER, at + 1 - PARAMETER.length());
  }

  private static boolean isVariableName(CharSequence text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
  }

  private void singleQuoted() {
    int open = at;
    begin();
    int close = line.indexOf('\'', open + 1);
    if (close < 0) {
      fail(open, "quote-not-closed", "This quote is never closed. Close it.");
    } else {
      word.append(line, open + 1, close);
      at = close;
    }
  }

  private void doubleQuoted() {
    int open = at;
    begin();
    for (at++; at < line.length() && line.charAt(at) != '"'; at++) {
      char c = line.charAt(at);
      boolean escape =
          c == '\\' && at + 1 < line.length() && "$`\"\\".indexOf(line.charAt(at + 1)) >= 0;
      if (escape) {
        at++;
      } else if (c == '`') {
        fail(at, "shell-operator", "'`' is an operator of the shell." + SCRIPT);
      } else {
        checkDollar(c);
      }
      word.append(line.charAt(at));
    }
    if (at >= line.length()) {
      fail(open, "quote-not-closed", "This quote is never closed. Close it.");
    }
  }

  private void escaped() {
    if (at + 1 == line.length() || line.charAt(at + 1) == '\n') {
      fail(at, "shell-operator", "A command is one line; remove the backslash at its end.");
    } else {
      begin();
      at++;
      word.append(line.charAt(at));
    }
  }

  private void append(char c) {
    begin();
    word.append(c);
  }

  private void begin() {
    start = start.or(() -> Optional.of(at));
  }

  private void endWord() {
    start.ifPresent(begin -> words.add(new Word(word.toString(), begin)));
    start = Optional.empty();
    word = new StringBuilder();
  }

  private void fail(int index, String code, String message) {
    fault = fault.or(() -> Optional.of(new Fault(index, code, message)));
  }
}
