/** Code that breaks the rules on purpose, so that each rule is known to bite. */
@NullMarked
package dev.slipway.rules.sample;

import org.jspecify.annotations.NullMarked;
