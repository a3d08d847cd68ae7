@NullMarked
package dev.slipway.agent.sealed;

import org.jspecify.annotations.NullMarked;
