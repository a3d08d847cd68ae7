/** Processes of this machine as {@code /proc} tells of them; Linux only. */
@NullMarked
package dev.slipway.runtime.processes;

import org.jspecify.annotations.NullMarked;
