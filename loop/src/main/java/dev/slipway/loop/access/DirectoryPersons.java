package dev.slipway.loop.access;

import dev.slipway.ledger.Directory;
import dev.slipway.ledger.People.Handle;
import dev.slipway.ledger.People.Link;
import dev.slipway.loop.door.Administration;
import dev.slipway.loop.door.Administration.Made;
import dev.slipway.loop.door.Persons;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** People in the directory. Whoever gives out access says whom it stands for. */
public final class DirectoryPersons implements Persons {

  private final Directory directory;
  private final Administration administration;
  private final Supplier<ActorId> identities;

  /**
   * @param identities draws random actor ids
   */
  public DirectoryPersons(
      Directory directory, Administration administration, Supplier<ActorId> identities) {
    this.directory = directory;
    this.administration = administration;
    this.identities = identities;
  }

  @Override
  public Optional<ActorId> known(Organisation organisation, ActorId id) {
    return directory
        .people()
        .person(organisation, Handle.ofToken(id))
        .or(() -> Optional.of(id).filter(persons(organisation)::containsKey));
  }

  @Override
  public Made<List<Person>> all(Organisation organisation, ActorId by) {
    Optional<Reason> refusal = administration.refusalToAdminister(organisation, by);
    return refusal.isPresent()
        ? new Made.Refused<>(refusal.get())
        : new Made.Done<>(List.copyOf(persons(organisation).values()));
  }

  @Override
  public Made<Person> add(Organisation organisation, ActorId by, String name, String email) {
    Handle handle = Handle.ofEmail(email);
    Optional<Reason> refusal = administration.refusalToAdminister(organisation, by);
    if (refusal.isPresent()) {
      return new Made.Refused<>(refusal.get());
    }
    if (directory.people().person(organisation, handle).isPresent()) {
      return new Made.Refused<>(
          new Reason("address-taken", "Somebody has this address already; see slipway user list."));
    }
    ActorId person = identities.get();
    directory.name(organisation, person, name);
    directory.people().link(organisation, handle, person);
    return found(organisation, person);
  }

  @Override
  public Made<Person> linkEmail(
      Organisation organisation, ActorId by, ActorId person, String email) {
    return link(organisation, by, person, Handle.ofEmail(email));
  }

  @Override
  public Made<Person> linkToken(
      Organisation organisation, ActorId by, ActorId person, ActorId token) {
    return link(organisation, by, person, Handle.ofToken(token));
  }

  private Made<Person> link(Organisation organisation, ActorId by, ActorId person, Handle handle) {
    Optional<Reason> refusal = administration.refusalToAdminister(organisation, by);
    if (refusal.isPresent()) {
      return new Made.Refused<>(refusal.get());
    }
    if (!persons(organisation).containsKey(person)) {
      return new Made.Unknown<>();
    }
    directory.people().link(organisation, handle, person);
    return found(organisation, person);
  }

  @Override
  public Made<ActorId> forget(Organisation organisation, ActorId by, ActorId person) {
    Optional<Reason> refusal = administration.refusalToAdminister(organisation, by);
    if (refusal.isPresent()) {
      return new Made.Refused<>(refusal.get());
    }
    if (!persons(organisation).containsKey(person)) {
      return new Made.Unknown<>();
    }
    directory.people().forget(organisation, person);
    return new Made.Done<>(person);
  }

  private Made<Person> found(Organisation organisation, ActorId person) {
    return Optional.ofNullable(persons(organisation).get(person))
        .<Made<Person>>map(Made.Done::new)
        .orElseGet(Made.Unknown::new);
  }

  private Map<ActorId, Person> persons(Organisation organisation) {
    Map<ActorId, String> names = new TreeMap<>();
    directory.actors(organisation).forEach(known -> names.put(known.actor(), known.name()));
    Map<ActorId, List<Handle>> handles = new TreeMap<>();
    for (Link link : directory.people().links(organisation)) {
      handles.computeIfAbsent(link.person(), any -> new ArrayList<>()).add(link.handle());
    }
    Map<ActorId, Person> persons = new TreeMap<>();
    handles.forEach((person, known) ->
        persons.put(
            person,
            new Person(
                person,
                names.getOrDefault(person, person.value()),
                values(known, Handle.Kind.EMAIL),
                values(known, Handle.Kind.TOKEN).stream().map(ActorId::new).toList())));
    return persons;
  }

  private static List<String> values(List<Handle> handles, Handle.Kind kind) {
    return handles.stream().filter(h -> h.kind() == kind).map(Handle::value).toList();
  }
}
