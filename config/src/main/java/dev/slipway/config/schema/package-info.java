/**
 * The table of all keys that documents may hold. The reader obeys it; the published JSON Schemas
 * and the reference in {@code docs/documents.md} are checked against it.
 */
@NullMarked
package dev.slipway.config.schema;

import org.jspecify.annotations.NullMarked;
