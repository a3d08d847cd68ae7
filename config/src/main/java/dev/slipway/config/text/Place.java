package dev.slipway.config.text;

/**
 * Where something begins in a file.
 *
 * @param line counted from 1
 * @param column counted from 1, in Unicode code points
 */
public record Place(int line, int column) implements Comparable<Place> {

  /** The first character of a file. */
  public static final Place START = new Place(1, 1);

  /** The place that many characters further on the same line. */
  public Place right(int characters) {
    return new Place(line, column + characters);
  }

  @Override
  public int compareTo(Place other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }
}
