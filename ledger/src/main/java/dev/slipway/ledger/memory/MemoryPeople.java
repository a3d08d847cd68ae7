package dev.slipway.ledger.memory;

import dev.slipway.ledger.People;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** People in a map. Thread-safe. */
final class MemoryPeople implements People {

  private record Key(Organisation organisation, Handle handle) {}

  private final Map<Key, ActorId> persons = new HashMap<>();
  private final BiConsumer<Organisation, ActorId> nameless;

  /**
   * @param nameless takes a person's name away
   */
  MemoryPeople(BiConsumer<Organisation, ActorId> nameless) {
    this.nameless = nameless;
  }

  @Override
  public synchronized void link(Organisation organisation, Handle handle, ActorId person) {
    persons.put(new Key(organisation, handle), person);
  }

  @Override
  public synchronized Optional<ActorId> person(Organisation organisation, Handle handle) {
    return Optional.ofNullable(persons.get(new Key(organisation, handle)));
  }

  @Override
  public synchronized List<Link> links(Organisation organisation) {
    return persons.entrySet().stream()
        .filter(link -> link.getKey().organisation.equals(organisation))
        .map(link -> new Link(link.getKey().handle, link.getValue()))
        .sorted(
            Comparator.comparing(Link::person)
                .thenComparing(link -> link.handle().kind())
                .thenComparing(link -> link.handle().value()))
        .toList();
  }

  @Override
  public synchronized void forget(Organisation organisation, ActorId person) {
    persons
        .entrySet()
        .removeIf(link ->
            link.getKey().organisation.equals(organisation) && link.getValue().equals(person));
    nameless.accept(organisation, person);
  }
}
