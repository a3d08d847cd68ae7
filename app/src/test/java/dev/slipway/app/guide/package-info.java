/** What the docs tell people to type is typed, as it stands there. */
@NullMarked
package dev.slipway.app.guide;

import org.jspecify.annotations.NullMarked;
