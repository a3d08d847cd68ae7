package dev.slipway.cli.show;

import java.util.Optional;

/** Where a person who sits at a terminal answers what they are asked. */
@FunctionalInterface
public interface Keyboard {

  /** The next line, without its end; empty when nothing more will come. */
  Optional<String> line();
}
