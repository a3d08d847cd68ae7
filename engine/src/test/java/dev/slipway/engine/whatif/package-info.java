/** What replays are held against what really happened with, as tables. */
@NullMarked
package dev.slipway.engine.whatif;

import org.jspecify.annotations.NullMarked;
