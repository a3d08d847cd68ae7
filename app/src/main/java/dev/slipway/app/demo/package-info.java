/**
 * The main job on sample data: a real repository, real processes, and evidence that is seen from
 * outside.
 */
@NullMarked
package dev.slipway.app.demo;

import org.jspecify.annotations.NullMarked;
