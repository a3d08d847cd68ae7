package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.ledger.Directory;
import dev.slipway.ledger.JoinShown;
import dev.slipway.ledger.People;
import dev.slipway.ledger.People.Handle;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every directory does. */
public abstract class DirectoryContract {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Organisation MAIN = Organisation.MAIN;
  private static final Organisation OTHER = new Organisation("other");
  private static final ActorId ALICE = new ActorId("a-1");
  private static final Digest SECRET = Digest.ofHex("ab".repeat(32));
  private static final TargetId TARGET =
      new TargetId(new EnvironmentName("staging"), new TargetName("local"));
  private static final JoinShown.Join JOIN = new JoinShown.Join(MAIN, TARGET);
  private static final Bytes KEY = Bytes.ofUtf8("k");

  protected abstract Directory directory();

  @Test
  void names_are_kept_per_organisation_and_can_change() {
    directory().name(MAIN, ALICE, "Alice");
    directory().name(MAIN, ALICE, "Alice B.");

    assertThat(directory().actors(MAIN))
        .containsExactly(new Directory.Known(MAIN, ALICE, "Alice B."));
    assertThat(directory().actors(OTHER)).isEmpty();
  }

  @Test
  void a_handle_stands_for_one_person_of_one_organisation_until_it_is_forgotten() {
    People people = directory().people();
    Handle home = Handle.ofEmail(" Alice@Example.ORG ");
    Handle token = Handle.ofToken(ALICE);
    ActorId alice = new ActorId("p-1");
    ActorId other = new ActorId("p-2");
    directory().name(MAIN, alice, "Alice");
    people.link(MAIN, home, other);
    people.link(MAIN, home, alice);
    people.link(MAIN, token, alice);
    people.link(OTHER, home, other);

    assertThat(people.person(MAIN, Handle.ofEmail("alice@example.org"))).contains(alice);
    assertThat(people.links(MAIN))
        .containsExactly(new People.Link(home, alice), new People.Link(token, alice));

    people.forget(MAIN, alice);
    assertThat(people.links(MAIN)).isEmpty();
    assertThat(directory().actors(MAIN)).isEmpty();
    assertThat(people.person(OTHER, home)).contains(other);
  }

  @Test
  void an_address_looks_like_one() {
    assertThatThrownBy(() -> Handle.ofEmail("nobody")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Handle.ofEmail("a b@example.org")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void a_token_stands_for_its_actor_until_it_is_withdrawn() {
    directory().grantToken(MAIN, ALICE, SECRET, NOON);
    assertThat(directory().byToken(SECRET)).contains(new Directory.Known(MAIN, ALICE, "a-1"));

    directory().withdrawToken(OTHER, ALICE);
    assertThat(directory().byToken(SECRET)).isPresent();
    directory().withdrawToken(MAIN, ALICE);
    assertThat(directory().byToken(SECRET)).isEmpty();
  }

  @Test
  void a_session_ends_at_its_time_or_when_it_is_closed() {
    directory().name(MAIN, ALICE, "Alice");
    directory().openSession(SECRET, MAIN, ALICE, NOON);

    assertThat(directory().bySession(SECRET, NOON.minusMillis(1)))
        .contains(new Directory.Known(MAIN, ALICE, "Alice"));
    assertThat(directory().bySession(SECRET, NOON)).isEmpty();
    directory().closeSession(SECRET);
    assertThat(directory().bySession(SECRET, NOON.minusMillis(1))).isEmpty();
  }

  @Test
  void a_login_is_taken_once_and_in_time() {
    directory().offerLogin(SECRET, MAIN, ALICE, NOON);
    assertThat(directory().takeLogin(SECRET, NOON.minusMillis(1))).isPresent();
    assertThat(directory().takeLogin(SECRET, NOON.minusMillis(1))).isEmpty();

    directory().offerLogin(SECRET, MAIN, ALICE, NOON);
    assertThat(directory().takeLogin(SECRET, NOON)).isEmpty();
  }

  @Test
  void a_join_is_taken_once_and_in_time() {
    Instant early = NOON.minusMillis(1);
    assertThat(shown(early)).isEqualTo(new JoinShown.Unknown());
    directory().offerJoin(SECRET, MAIN, TARGET, NOON);
    assertThat(shown(early)).isEqualTo(new JoinShown.Taken(JOIN));
    assertThat(shown(early)).isEqualTo(new JoinShown.Used(JOIN));

    directory().offerJoin(SECRET, MAIN, TARGET, NOON);
    assertThat(shown(NOON)).isEqualTo(new JoinShown.Expired(JOIN));
    assertThat(shown(NOON.plus(Directory.JOIN_REMEMBERED_FOR))).isEqualTo(new JoinShown.Unknown());
  }

  @Test
  void a_join_for_another_target_than_the_wanted_one_is_not_spent() {
    directory().offerJoin(SECRET, MAIN, TARGET, NOON);
    assertThat(directory().takeJoin(SECRET, NOON.minusMillis(1), target -> false))
        .isEqualTo(new JoinShown.Elsewhere(JOIN));
    assertThat(shown(NOON.minusMillis(1))).isEqualTo(new JoinShown.Taken(JOIN));
  }

  private JoinShown shown(Instant now) {
    return directory().takeJoin(SECRET, now, target -> true);
  }

  @Test
  void a_hook_is_found_by_its_exact_id_and_belongs_to_one_organisation() {
    directory().shareSecret(MAIN, "hook-1", "github", KEY);
    Directory.Hook hook = new Directory.Hook(MAIN, "hook-1", "github", KEY);

    assertThat(directory().hook("hook-1")).contains(hook);
    assertThat(directory().hook("hook-")).isEmpty();
    assertThat(directory().hooks(MAIN)).containsExactly(hook);
    assertThat(directory().hooks(OTHER)).isEmpty();
    assertThatThrownBy(() -> directory().shareSecret(OTHER, "hook-1", "github", KEY))
        .isInstanceOf(IllegalArgumentException.class);
    directory().removeHook(OTHER, "hook-1");
    assertThat(directory().hook("hook-1")).contains(hook);
    directory().removeHook(MAIN, "hook-1");
    assertThat(directory().hook("hook-1")).isEmpty();
  }
}
