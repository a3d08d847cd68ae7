/** Messages for incoming webhooks of Slack. */
@NullMarked
package dev.slipway.outlet.slack;

import org.jspecify.annotations.NullMarked;
