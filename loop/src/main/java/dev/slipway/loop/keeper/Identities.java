package dev.slipway.loop.keeper;

import dev.slipway.ledger.People;
import dev.slipway.ledger.People.Handle;
import dev.slipway.model.ActorId;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Organisation;
import dev.slipway.model.need.Answer;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says who is behind addresses and credentials. Addresses go in and ids come out, so that no
 * decision ever sees a name.
 */
record Identities(People people) {

  /** Whom an actor stands for; one whom nobody linked stands for itself. */
  Answer person(Organisation organisation, ActorId actor) {
    Optional<ActorId> person = people.person(organisation, Handle.ofToken(actor));
    return new Answer.Person(person.orElse(actor), person.isPresent());
  }

  Answer authors(Organisation organisation, Set<String> addresses) {
    Set<ActorId> known = new TreeSet<>();
    int strangers = 0;
    for (String address : addresses) {
      Optional<ActorId> person = byAddress(organisation, address);
      person.ifPresent(known::add);
      strangers += person.isPresent() ? 0 : 1;
    }
    return new Answer.Authors(known, strangers);
  }

  /** Git takes any text for an address. */
  private Optional<ActorId> byAddress(Organisation organisation, String address) {
    try {
      return people.person(organisation, Handle.ofEmail(address));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
