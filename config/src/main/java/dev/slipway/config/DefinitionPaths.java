package dev.slipway.config;

import dev.slipway.model.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where in a repository a definition may lie. The path is judged as text; that no symbolic link
 * leads elsewhere is for the source, which reads the commit's own tree. Stateless.
 */
public final class DefinitionPaths {

  /** Where a definition lies unless someone says otherwise. */
  public static final String STANDARD = "slipway.yaml";

  private static final int LENGTH_MAX = 200;
  private static final Pattern PLAIN =
      Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*");

  private DefinitionPaths() {}

  /** Why {@code path} is not taken; absent when it is. */
  public static Optional<Reason> refusal(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    boolean document = lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
    boolean plain =
        path.length() <= LENGTH_MAX && PLAIN.matcher(path).matches() && !path.contains("..");
    return document && plain
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "definition-path-refused",
                "A definition's path leads down from the repository's root, has parts of A-Z a-z 0-9"
                    + " . _ - that do not start with '.' or '-', and ends in .yaml, .yml or .json."));
  }
}
