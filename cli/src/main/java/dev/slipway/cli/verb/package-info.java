/** The verbs; each is a method that asks and shows. */
@NullMarked
package dev.slipway.cli.verb;

import org.jspecify.annotations.NullMarked;
