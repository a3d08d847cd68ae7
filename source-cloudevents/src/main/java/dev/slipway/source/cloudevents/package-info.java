/** Recognises signed CloudEvents from anywhere, such as a build that has published a commit. */
@NullMarked
package dev.slipway.source.cloudevents;

import org.jspecify.annotations.NullMarked;
