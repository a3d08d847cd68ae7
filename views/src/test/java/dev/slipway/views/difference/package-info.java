@NullMarked
package dev.slipway.views.difference;

import org.jspecify.annotations.NullMarked;
