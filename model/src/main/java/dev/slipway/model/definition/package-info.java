/**
 * What people declare: applications, environments and targets, as compiled from their documents.
 */
@NullMarked
package dev.slipway.model.definition;

import org.jspecify.annotations.NullMarked;
