package dev.slipway.views.difference;

import java.util.Optional;

/**
 * The value of a field, to be compared.
 *
 * @param isSecret whether it is compared only, and never told
 */
record Field(String value, boolean isSecret) {

  static Field open(String value) {
    return new Field(value, false);
  }

  static Field secret(String value) {
    return new Field(value, true);
  }

  Optional<String> told() {
    return isSecret ? Optional.empty() : Optional.of(value);
  }
}
