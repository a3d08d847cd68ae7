/** Recognises webhooks of Gitea and Forgejo, and takes a push for what it is: a hint. */
@NullMarked
package dev.slipway.source.gitea;

import org.jspecify.annotations.NullMarked;
