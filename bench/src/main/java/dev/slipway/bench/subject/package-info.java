/** The real server as a process of its own, with its repositories and its folder. */
@NullMarked
package dev.slipway.bench.subject;

import org.jspecify.annotations.NullMarked;
