package dev.slipway.engine.trigger;

import dev.slipway.model.RefName;
import java.util.List;

/** What a trigger is held against. */
public sealed interface News {

  /** A ref points elsewhere. */
  record Moved(RefName ref) implements News {}

  /** A ref is no more. */
  record Gone(RefName ref) implements News {}

  /**
   * Images moved that an application follows.
   *
   * @param parameters those that follow them
   */
  record ImagesMoved(List<String> parameters) implements News {
    public ImagesMoved {
      parameters = List.copyOf(parameters);
    }
  }

  /** A trusted sender announced a commit. */
  record Announced(String type) implements News {}
}
