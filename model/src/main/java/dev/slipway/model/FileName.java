package dev.slipway.model;

/** The name of a file in a folder that whoever runs the server chose; never a path. */
public record FileName(String value) implements Comparable<FileName> {

  public FileName {
    Names.checked("file name", value);
  }

  @Override
  public int compareTo(FileName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
