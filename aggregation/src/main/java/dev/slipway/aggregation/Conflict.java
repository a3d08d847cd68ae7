package dev.slipway.aggregation;

import dev.slipway.model.ServiceName;
import dev.slipway.model.layer.SettingName;
import java.util.Optional;

/** Why documents cannot all be followed. */
public sealed interface Conflict {

  /** Two overlays require two values. */
  record Requirements(ServiceName service, SettingName name, Word one, Word other)
      implements Conflict {}

  /** Two overlays give two values to whoever says nothing, and the service says nothing. */
  record Defaults(ServiceName service, SettingName name, Word one, Word other)
      implements Conflict {}

  /** Under one name there are a value that everybody may read, and a secret. */
  record OpenAndSecret(ServiceName service, SettingName name, Word open, Word secret)
      implements Conflict {}

  /**
   * A value is not what a limit allows.
   *
   * @param word absent where nobody sets what has to be limited
   */
  record Beyond(ServiceName service, SettingName name, Optional<Word> word, Binding limit)
      implements Conflict {}
}
