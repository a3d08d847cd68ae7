/**
 * Speaks HTTP: routes, credentials, bounded bodies, answers. What may happen is decided elsewhere.
 */
@NullMarked
package dev.slipway.http;

import org.jspecify.annotations.NullMarked;
