package dev.slipway.wire;

import java.util.List;

/**
 * People whose word is asked for.
 *
 * @param members none where nobody belongs to it
 */
public record Group(String name, List<Actor> members) {
  public Group {
    members = List.copyOf(members);
  }
}
