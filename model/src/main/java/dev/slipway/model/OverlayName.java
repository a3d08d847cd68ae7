package dev.slipway.model;

/** Names an overlay, a document that says something of services declared elsewhere. */
public record OverlayName(String value) implements Comparable<OverlayName> {

  public OverlayName {
    Names.checked("overlay name", value);
  }

  @Override
  public int compareTo(OverlayName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
