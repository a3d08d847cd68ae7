/** What the API says and takes, one record per schema of {@code openapi.yaml}. */
@NullMarked
package dev.slipway.wire;

import org.jspecify.annotations.NullMarked;
