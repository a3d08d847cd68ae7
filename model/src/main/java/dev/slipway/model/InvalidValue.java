package dev.slipway.model;

/**
 * A value from outside that is not what its kind allows. The message never repeats the value, which
 * may be hostile.
 */
public final class InvalidValue extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** What the value was to be, such as {@code "application name"}. */
  private final String kind;

  private final String problem;

  public InvalidValue(String kind, String problem) {
    this.kind = kind;
    this.problem = problem;
  }

  /** What is wrong with it, as a sentence. */
  @Override
  public String getMessage() {
    return "A " + kind + " " + problem + ".";
  }

  public String kind() {
    return kind;
  }
}
