/**
 * Recognises GitHub's webhooks, and takes them for what they are: hints. What checks of a commit
 * came to is read back from its REST API.
 */
@NullMarked
package dev.slipway.source.github;

import org.jspecify.annotations.NullMarked;
