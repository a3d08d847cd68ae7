/**
 * Images that were made by buildpacks, moved onto another base without being built again and
 * without their layers travelling. What comes of two images is a pure function of them.
 */
@NullMarked
package dev.slipway.registry.rebase;

import org.jspecify.annotations.NullMarked;
