package dev.slipway.codec;

import dev.slipway.codec.shape.Json;

/**
 * Lifts the payload of one entry type from one version to the next. It stays for ever, for the
 * ledger keeps the old bytes for ever. Pure.
 */
interface Upcaster {

  /** The entry's type, such as {@code head-moved}. */
  String type();

  /** The version that it lifts from, to the next. */
  int from();

  Json lift(Json payload);
}
