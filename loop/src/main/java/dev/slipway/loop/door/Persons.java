package dev.slipway.loop.door;

import dev.slipway.loop.door.Administration.Made;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import java.util.List;
import java.util.Optional;

/** People and what they are known by. Thread-safe. */
public interface Persons {

  /**
   * A person.
   *
   * @param emails in lower case
   * @param tokens the tokens that act for this person
   */
  record Person(ActorId id, String name, List<String> emails, List<ActorId> tokens) {
    public Person {
      emails = List.copyOf(emails);
      tokens = List.copyOf(tokens);
    }
  }

  /**
   * The person whom an id names: its own, or that of a token that acts for one. Empty where nobody
   * is known by it.
   */
  Optional<ActorId> known(Organisation organisation, ActorId id);

  Made<List<Person>> all(Organisation organisation, ActorId by);

  /**
   * Takes a new person in.
   *
   * @throws dev.slipway.model.InvalidValue when the address cannot be one
   */
  Made<Person> add(Organisation organisation, ActorId by, String name, String email);

  /**
   * Lets an e-mail address stand for a person.
   *
   * @throws dev.slipway.model.InvalidValue when the address cannot be one
   */
  Made<Person> linkEmail(Organisation organisation, ActorId by, ActorId person, String email);

  /** Lets a token act for a person. */
  Made<Person> linkToken(Organisation organisation, ActorId by, ActorId person, ActorId token);

  /** Erases a person's name and whatever was linked; the id stays in entries. */
  Made<ActorId> forget(Organisation organisation, ActorId by, ActorId person);
}
