package dev.slipway.model;

/**
 * A person, a token, an agent or Slipway itself: one resolved identity, a random id. Names live in
 * the directory.
 */
public record ActorId(String value) implements Comparable<ActorId> {

  /** Slipway acting on its own rules. */
  public static final ActorId SLIPWAY = new ActorId("slipway");

  /** Someone at the door whom no credential names; never has a role. */
  public static final ActorId STRANGER = new ActorId("stranger");

  public ActorId {
    Names.checked("actor id", value);
  }

  @Override
  public int compareTo(ActorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
