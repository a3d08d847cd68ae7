/** Recognises GitLab's webhooks, and takes a push for what it is: a hint. */
@NullMarked
package dev.slipway.source.gitlab;

import org.jspecify.annotations.NullMarked;
