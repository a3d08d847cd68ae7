/** What every adapter must do, as tests that each adapter's room runs. */
@NullMarked
package dev.slipway.runtime.conformance;

import org.jspecify.annotations.NullMarked;
