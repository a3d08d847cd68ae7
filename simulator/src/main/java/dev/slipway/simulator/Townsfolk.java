package dev.slipway.simulator;

import java.util.List;

/**
 * Some who make things happen. Another kind is one class, and one line in {@link Town}: what it
 * registers here comes with the weather, in any mixture with all the rest.
 */
public interface Townsfolk {

  List<Happening> happenings();

  /**
   * Mends what broke by itself, and wishes for nothing; asked again and again once the weather is
   * calm.
   */
  default void mend() {}

  /**
   * Lets go of whatever would keep the town from coming to rest; asked again and again after all
   * has come to rest, so it wishes for nothing that is so already.
   */
  default void relent() {}
}
