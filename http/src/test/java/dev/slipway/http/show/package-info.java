@NullMarked
package dev.slipway.http.show;

import org.jspecify.annotations.NullMarked;
