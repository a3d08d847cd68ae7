package dev.slipway.config;

import java.util.Optional;

/**
 * One mistake in a document.
 *
 * @param file the document's file name, as it was given
 * @param line counted from 1
 * @param column counted from 1, in characters (Unicode code points)
 * @param code stable and searchable, such as {@code unknown-key}; part of the public contract
 * @param message what is wrong and what to do, in plain words; of the document's own text it holds
 *     at most 40 escaped characters
 * @param nearest the known word that is most like the one that was written, when one is near; the
 *     message does not repeat it
 */
public record Problem(
    String file, int line, int column, String code, String message, Optional<String> nearest) {

  /** The way compilers write it, so that editors can jump to it. */
  @Override
  public String toString() {
    String hint = nearest.map(word -> " Did you mean '" + word + "'?").orElse("");
    return file + ":" + line + ":" + column + ": " + message + hint + " [" + code + "]";
  }
}
