package dev.slipway.engine.layer;

import dev.slipway.model.SecretName;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which secret somebody probably meant: one that begins and ends as what was written does. */
final class Alike {

  private Alike() {}

  /** The one with the most letters in common at both ends, if they are two thirds at least. */
  static Optional<SecretName> of(SecretName written, Collection<SecretName> known) {
    return known.stream()
        .filter(name -> 3 * common(written, name) >= 2 * longer(written, name))
        .max(Comparator.comparingInt(name -> common(written, name)));
  }

  private static int longer(SecretName one, SecretName other) {
    return Math.max(one.value().length(), other.value().length());
  }

  private static int common(SecretName one, SecretName other) {
    String a = one.value();
    String b = other.value();
    int shorter = Math.min(a.length(), b.length());
    int begin = 0;
    while (begin < shorter && a.charAt(begin) == b.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    return begin + end;
  }
}
