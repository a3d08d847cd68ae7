package dev.slipway.model;

/**
 * A value from outside that is not what its kind allows. The message never repeats the value, which
 * may be hostile.
 */
public final class InvalidValue extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** What the value was to be, such as {@code "application name"}. */
  private final String kind;

  public InvalidValue(String kind, String problem) {
    super("A " + kind + " " + problem + ".");
    this.kind = kind;
  }

  public String kind() {
    return kind;
  }
}
