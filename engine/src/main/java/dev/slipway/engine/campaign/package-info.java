/** Changes of shared documents, sent to what they concern. */
@NullMarked
package dev.slipway.engine.campaign;

import org.jspecify.annotations.NullMarked;
