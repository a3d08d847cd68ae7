package dev.slipway.wire;

import java.util.List;

/** Files to bring in together. */
public record Documents(List<File> files) {
  public Documents {
    files = List.copyOf(files);
  }
}
