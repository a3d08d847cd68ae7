package dev.slipway.wire;

import java.util.List;

/** Whom a credential stands for. */
public record Whoami(Actor actor, String organisation, List<Grant> grants) {
  public Whoami {
    grants = List.copyOf(grants);
  }
}
