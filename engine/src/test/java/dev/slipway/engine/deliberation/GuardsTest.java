package dev.slipway.engine.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.Fixtures;
import dev.slipway.engine.Given;
import dev.slipway.engine.deliberation.Deliberation.Occasion;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ResourceName;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.need.Need;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A decision is written only where the streams that it read are as it found them. A read that
 * guards too little lets two decisions pass each other unseen.
 */
class GuardsTest {

  private static final Organisation ALL = Organisation.MAIN;
  private static final Placement STAGING = Given.placement("staging");
  private static final EnvironmentName ENVIRONMENT = STAGING.environment();
  private static final StreamKey OF_ALL = StreamKey.of(ALL);
  private static final StreamKey OF_ENVIRONMENT = StreamKey.of(ALL, ENVIRONMENT);
  private static final StreamKey OF_SHOP = StreamKey.of(ALL, Fixtures.SHOP);
  private static final StreamKey OF_STAGING = StreamKey.of(ALL, STAGING);
  private static final Reason DONE = new Reason("done", "It is done.");

  record Read(String told, Consumer<Deliberation> how, List<StreamKey> guarded) {
    @Override
    public String toString() {
      return told;
    }
  }

  static Stream<Read> reads() {
    return Stream.of(
        new Read("an application", d -> d.application(Fixtures.SHOP), List.of(OF_SHOP)),
        new Read(
            "the applications of a repository",
            d -> d.applicationsOf(Fixtures.REPOSITORY),
            List.of(OF_SHOP)),
        new Read(
            "the applications of a repository that has none",
            d -> d.applicationsOf(new RepositoryUrl("/srv/git/other")),
            List.of()),
        new Read("an environment", d -> d.environment(ENVIRONMENT), List.of(OF_ENVIRONMENT)),
        new Read(
            "a resource",
            d -> d.resource(new ResourceName("schema"), ENVIRONMENT),
            List.of(OF_ALL, OF_ENVIRONMENT)),
        new Read("a placement", d -> d.placement(STAGING), List.of(OF_STAGING)),
        new Read(
            "locks", d -> d.locks(STAGING), List.of(OF_ALL, OF_ENVIRONMENT, OF_SHOP, OF_STAGING)),
        new Read("checks", d -> d.checks(Fixtures.SHOP, Fixtures.sha(1)), List.of(OF_SHOP)),
        new Read("roles", Deliberation::organisationWide, List.of(OF_ALL)),
        new Read("the world alone", Deliberation::world, List.of()));
  }

  private static Given shop() {
    Given given = new Given();
    given.git.push(Fixtures.MAIN, Fixtures.sha(1), Fixtures.shop(Fixtures.web("bin/web")));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.empty(), Fixtures.PATH));
    return given;
  }

  private static Deliberation about(Given given) {
    return new Deliberation(
        given.world(),
        new Occasion(Optional.of(new Position(7)), SourceName.COMMANDS, ActorId.SLIPWAY, List.of()),
        given.now());
  }

  private static PlacementPaused pause() {
    return new PlacementPaused(STAGING, new Remark("We look at it."), ActorId.SLIPWAY);
  }

  @ParameterizedTest
  @MethodSource("reads")
  void what_is_read_guards_the_streams_that_it_could_change_in(Read read) {
    Given given = shop();
    Deliberation d = about(given);

    read.how().accept(d);

    Map<StreamKey, Position> guards = d.decision().guards();
    assertThat(guards.keySet()).containsExactlyInAnyOrderElementsOf(read.guarded());
    guards.forEach(
        (stream, version) -> assertThat(version).isEqualTo(given.world().version(stream)));
  }

  @Test
  void what_is_written_guards_its_stream_as_it_was_before() {
    Given given = shop();
    Deliberation d = about(given);

    d.write(pause());
    d.write(pause());

    assertThat(d.decision().guards())
        .isEqualTo(Map.of(OF_STAGING, given.world().version(OF_STAGING)));
  }

  @Test
  void what_becomes_of_a_cause_guards_nothing() {
    Deliberation d = about(shop());

    d.write(new CauseSettled(new Position(7), new Settlement.NothingFollows(DONE)));

    assertThat(d.decision().guards()).isEmpty();
    assertThat(d.decision().entries().getFirst().stream())
        .isEqualTo(StreamKey.of(ALL, SourceName.COMMANDS));
  }

  @Test
  void what_is_discarded_leaves_nothing_but_what_was_read() {
    Given given = shop();
    Deliberation d = about(given);
    d.write(pause());
    d.wake(STAGING, given.now());
    d.ask(new Need.CommitOf(Fixtures.REPOSITORY, Optional.empty()));

    d.discard();

    assertThat(d.isAsking()).isFalse();
    assertThat(d.decision().entries()).isEmpty();
    assertThat(d.decision().wakeAt()).isEmpty();
    assertThat(d.decision().guards()).containsOnlyKeys(OF_STAGING);
    assertThat(d.world()).isEqualTo(given.world());
  }

  @Test
  void what_is_to_be_asked_again_is_all_that_is_said() {
    Given given = shop();
    Deliberation d = about(given);
    Need need = new Need.CommitOf(Fixtures.REPOSITORY, Optional.empty());
    d.write(pause());
    d.wake(STAGING, given.now());

    d.askAgain(need, DONE);

    assertThat(d.decision().needs()).containsExactly(need);
    assertThat(d.decision().entries()).isEmpty();
    assertThat(d.decision().wakeAt()).isEmpty();
    assertThat(d.decision().because()).containsExactly(DONE);
  }

  @Test
  void of_several_times_the_first_wakes() {
    Given given = shop();
    Deliberation d = about(given);
    d.wake(STAGING, given.now().plusSeconds(5));
    d.wake(STAGING, given.now().plusSeconds(3));
    d.wake(STAGING, given.now().plusSeconds(9));

    assertThat(d.decision().wakeAt()).isEqualTo(Map.of(STAGING, given.now().plusSeconds(3)));
  }
}
