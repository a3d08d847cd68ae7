/** Someone wishes: what a person, a token or an agent asks for. */
@NullMarked
package dev.slipway.model.command;

import org.jspecify.annotations.NullMarked;
