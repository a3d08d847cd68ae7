/** What open pull requests would change, said at each of them. */
@NullMarked
package dev.slipway.loop.pulls;

import org.jspecify.annotations.NullMarked;
