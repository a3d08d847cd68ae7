/** Recognises GitHub's webhooks, and takes a push for what it is: a hint. */
@NullMarked
package dev.slipway.source.github;

import org.jspecify.annotations.NullMarked;
