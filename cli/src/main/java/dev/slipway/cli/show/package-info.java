/** What people see: tables and sentences, made from the API's answers and nothing else. */
@NullMarked
package dev.slipway.cli.show;

import org.jspecify.annotations.NullMarked;
