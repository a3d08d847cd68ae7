/** One server: its folder, its keys, its rooms wired together. */
@NullMarked
package dev.slipway.app.server;

import org.jspecify.annotations.NullMarked;
