package dev.slipway.model;

/**
 * Which of a job's effects it is: where a version had its effect, it is not had again. A commit,
 * unless its application says otherwise.
 */
public record JobVersion(String value) {

  public static final int LENGTH_MAX = 1000;

  public JobVersion {
    if (value.isEmpty()
        || value.length() > LENGTH_MAX
        || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new InvalidValue(
          "job version", "has 1 to " + LENGTH_MAX + " visible ASCII characters and no space");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
