/**
 * Conditions about what services are to be, in the Common Expression Language. The names that they
 * may use are few and typed, so that what is misspelt is found before it is asked. Whatever they
 * say, they end soon, read nothing but what they are given, and give the same everywhere.
 */
@NullMarked
package dev.slipway.expr;

import org.jspecify.annotations.NullMarked;
