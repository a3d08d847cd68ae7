/** The nouns that every room shares: names, ids, positions and reasons. */
@NullMarked
package dev.slipway.model;

import org.jspecify.annotations.NullMarked;
