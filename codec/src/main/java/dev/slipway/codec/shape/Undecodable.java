package dev.slipway.codec.shape;

/**
 * Bytes or text from outside are not what they were to be. Decoding throws this and nothing else.
 * The message names the place and never repeats the value, which may be hostile.
 */
public final class Undecodable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String problem;

  public Undecodable(String place, String problem) {
    super(place.isEmpty() ? problem : place + ": " + problem);
    this.place = place;
    this.problem = problem;
  }

  /** The same problem, seen from one level further out. */
  public Undecodable within(String outer) {
    return new Undecodable(place.isEmpty() ? outer : outer + "." + place, problem);
  }

  /** Where, as a path such as {@code payload.definition.name}; empty for the whole document. */
  public String place() {
    return place;
  }
}
