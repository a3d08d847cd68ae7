/** What the verbs that run where the data lie make of their arguments. */
@NullMarked
package dev.slipway.app.verb;

import org.jspecify.annotations.NullMarked;
