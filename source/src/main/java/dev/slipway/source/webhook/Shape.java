package dev.slipway.source.webhook;

import java.util.Set;

/**
 * Which members tell the body of one event from another's. Where the name of the event comes in a
 * header that nobody signed, a captured body must not pass under another name.
 *
 * @param required members that are there and not null
 * @param foreign members that only a similar event has
 */
public record Shape(Set<String> required, Set<String> foreign) {

  public Shape {
    required = Set.copyOf(required);
    foreign = Set.copyOf(foreign);
  }

  public static Shape having(String... members) {
    return new Shape(Set.of(members), Set.of());
  }

  /** As this, without any of these members. */
  public Shape butNot(String... members) {
    return new Shape(required, Set.of(members));
  }

  public boolean fits(Fields fields) {
    return fields.members().containsAll(required)
        && foreign.stream().noneMatch(fields.members()::contains);
  }
}
