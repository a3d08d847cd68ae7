/** What every receiver of webhooks has to pass, with recorded messages of its host. */
@NullMarked
package dev.slipway.source.contract;

import org.jspecify.annotations.NullMarked;
