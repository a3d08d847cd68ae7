/** What the routes do: one class per resource. */
@NullMarked
package dev.slipway.http.resource;

import org.jspecify.annotations.NullMarked;
