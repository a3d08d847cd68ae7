package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.loop.door.Administration.Made;
import dev.slipway.loop.door.Persons;
import dev.slipway.model.ActorId;
import dev.slipway.wire.AddPerson;
import dev.slipway.wire.LinkPerson;
import dev.slipway.wire.Person;
import dev.slipway.wire.PersonPage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** People, and what stands for each. */
public final class People {

  private static final int NAME_LENGTH_MAX = 80;

  private final Persons persons;

  public People(Doors doors) {
    persons = doors.persons();
  }

  public Answer list(Call call) {
    return answered(
        persons.all(call.organisation(), call.actor()),
        all -> {
          List<Person> shown = all.stream().map(People::shown).toList();
          return Answer.ok(new PersonPage(shown, shown.size(), Optional.empty()));
        });
  }

  public Answer add(Call call) {
    AddPerson asked = call.json(AddPerson.class);
    if (asked.name().isBlank()
        || asked.name().length() > NAME_LENGTH_MAX
        || asked.name().chars().anyMatch(Character::isISOControl)) {
      throw Refusal.badRequest("invalid-name", "A name has 1 to 80 characters.");
    }
    Made<Persons.Person> made =
        Applications.valid(
            () -> persons.add(call.organisation(), call.actor(), asked.name(), asked.email()));
    return answered(made, person -> Answer.status(201, shown(person)));
  }

  public Answer link(Call call) {
    ActorId person = known(call);
    LinkPerson asked = call.json(LinkPerson.class);
    if (asked.email().isPresent() == asked.token().isPresent()) {
      throw Refusal.badRequest("invalid-link", "Link either an email or a token.");
    }
    Made<Persons.Person> made = Applications.valid(() -> linked(call, person, asked));
    return answered(made, linked -> Answer.ok(shown(linked)));
  }

  private Made<Persons.Person> linked(Call call, ActorId person, LinkPerson asked) {
    return asked
        .email()
        .map(email -> persons.linkEmail(call.organisation(), call.actor(), person, email))
        .orElseGet(() ->
            persons.linkToken(
                call.organisation(),
                call.actor(),
                person,
                new ActorId(asked.token().orElseThrow())));
  }

  public Answer forget(Call call) {
    return answered(
        persons.forget(call.organisation(), call.actor(), person(call)), any -> Answer.nothing());
  }

  private static ActorId person(Call call) {
    return call.path("person", ActorId::new);
  }

  /** One that is there: nobody's links are not found, whatever else is wrong with the request. */
  private ActorId known(Call call) {
    ActorId person = person(call);
    boolean isThere =
        answered(
            persons.all(call.organisation(), call.actor()),
            all -> all.stream().anyMatch(it -> it.id().equals(person)));
    if (!isThere) {
      throw Refusal.notFound();
    }
    return person;
  }

  private static <T, R> R answered(Made<T> made, Function<T, R> done) {
    return switch (made) {
      case Made.Done<T> it -> done.apply(it.value());
      case Made.Refused<T> refused ->
          throw Refusal.of(Wishes.status(refused.because()), refused.because());
      case Made.Unknown<T> unknown -> throw Refusal.notFound();
    };
  }

  private static Person shown(Persons.Person person) {
    return new Person(
        person.id().value(),
        person.name(),
        person.emails(),
        person.tokens().stream().map(ActorId::value).toList());
  }
}
