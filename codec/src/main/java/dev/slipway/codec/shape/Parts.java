package dev.slipway.codec.shape;

/**
 * Takes records of one type apart and puts them together, by plain calls of its accessors and its
 * constructor: {@link Spinner} makes one for each type. Stateless; thread-safe.
 */
interface Parts {

  /** The components of a record, in the order in which they are declared. */
  Object[] take(Object owner);

  /** The record of these components. */
  Object make(Object[] values);
}
