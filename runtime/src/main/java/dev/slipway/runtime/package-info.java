/** What a runtime adapter must do, and what it is given to do it with. */
@NullMarked
package dev.slipway.runtime;

import org.jspecify.annotations.NullMarked;
