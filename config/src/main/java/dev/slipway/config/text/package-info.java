/**
 * Bytes to a tree of text with places: YAML without types, tags, anchors or merge keys, within
 * limits. The only place of Slipway that knows the YAML library.
 */
@NullMarked
package dev.slipway.config.text;

import org.jspecify.annotations.NullMarked;
