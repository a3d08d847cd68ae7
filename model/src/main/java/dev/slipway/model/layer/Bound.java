package dev.slipway.model.layer;

import java.util.List;
import java.util.Optional;

/** What the values of services may be at most, at least, or at all. Nothing is ever cut to fit. */
public sealed interface Bound {

  /** What it binds. */
  SettingName name();

  /** Where in its file it is written, from 1. */
  int line();

  /**
   * Numbers and times from the least to the most.
   *
   * @param least absent where there is none
   * @param most absent where there is none; a limit of a process that nobody sets is more than any
   */
  record Range(
      SettingName name, Optional<SettingValue> least, Optional<SettingValue> most, int line)
      implements Bound {}

  /** One of a few words; of a strategy, its name. */
  record OneOf(SettingName name, List<String> words, int line) implements Bound {
    public OneOf {
      words = List.copyOf(words);
    }
  }

  /** The sum over all services that the overlay is for, in each environment, at each target. */
  record Total(SettingName name, long most, int line) implements Bound {}
}
