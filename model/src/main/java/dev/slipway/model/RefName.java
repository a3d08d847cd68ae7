package dev.slipway.model;

import java.util.Optional;

/**
 * A full Git ref name such as {@code refs/heads/main}. It is attacker's text until {@link
 * #isAutomatable()} says otherwise.
 */
public record RefName(String value) implements Comparable<RefName> {

  private static final String HEADS = "refs/heads/";
  private static final String TAGS = "refs/tags/";
  private static final int LENGTH_MAX = 1024;
  private static final int AUTOMATABLE_LENGTH_MAX = 250;

  public RefName {
    if (value.isEmpty() || value.length() > LENGTH_MAX) {
      throw new InvalidValue("ref name", "must have 1 to " + LENGTH_MAX + " characters");
    }
    if (!Texts.isWellFormed(value)) {
      throw new InvalidValue("ref name", "must be well-formed Unicode");
    }
  }

  public static RefName ofBranch(String branch) {
    return new RefName(HEADS + branch);
  }

  public static RefName ofTag(String tag) {
    return new RefName(TAGS + tag);
  }

  public Optional<String> branch() {
    return value.startsWith(HEADS)
        ? Optional.of(value.substring(HEADS.length()))
        : Optional.empty();
  }

  public Optional<String> tag() {
    return value.startsWith(TAGS) ? Optional.of(value.substring(TAGS.length())) : Optional.empty();
  }

  /**
   * Whether automation may act on this ref. The rule is stricter than Git's: a branch or a tag of
   * at most 250 characters of {@code A-Z a-z 0-9 . _ / -}, no part starting with {@code -} or
   * {@code .}, no {@code ..}, no empty part. Other refs are shown, never acted upon.
   */
  public boolean isAutomatable() {
    String name = branch().or(this::tag).orElse("");
    if (name.isEmpty() || value.length() > AUTOMATABLE_LENGTH_MAX || name.contains("..")) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty()
          || part.startsWith("-")
          || part.startsWith(".")
          || part.endsWith(".lock")) {
        return false;
      }
    }
    return name.chars().allMatch(RefName::isAutomatableCharacter);
  }

  private static boolean isAutomatableCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._/-".indexOf(c) >= 0;
  }

  @Override
  public int compareTo(RefName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
