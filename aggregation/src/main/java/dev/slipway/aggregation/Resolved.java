package dev.slipway.aggregation;

import dev.slipway.model.layer.SettingName;
import java.util.List;

/**
 * A value of a service, and how it came to be.
 *
 * @param word the one that counts
 * @param overrode what else was said, the strongest first
 * @param limits what it may be
 */
public record Resolved(SettingName name, Word word, List<Word> overrode, List<Binding> limits) {
  public Resolved {
    overrode = List.copyOf(overrode);
    limits = List.copyOf(limits);
  }
}
