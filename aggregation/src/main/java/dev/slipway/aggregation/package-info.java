/**
 * Makes one desired state of what several documents say, and keeps for every value who said it,
 * where, and against what. It knows the documents that it is given and nothing of what is so now.
 */
@NullMarked
package dev.slipway.aggregation;

import org.jspecify.annotations.NullMarked;
