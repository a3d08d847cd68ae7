/**
 * Tokens with which CI systems say which of their runs shows them: read, and found genuine by the
 * keys that their issuers publish.
 */
@NullMarked
package dev.slipway.identity;

import org.jspecify.annotations.NullMarked;
