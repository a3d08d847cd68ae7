/** What a source of changes must answer, and how a receiver recognises what was sent to it. */
@NullMarked
package dev.slipway.source;

import org.jspecify.annotations.NullMarked;
