package dev.slipway.engine.whatif;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.PATH;
import static dev.slipway.engine.Fixtures.REPOSITORY;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.whatif.Spans.push;
import static dev.slipway.engine.whatif.Spans.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.Fixtures;
import dev.slipway.engine.Given;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.Sha;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a replay is told instead of what a source would say now: what the ledger knows of then. */
class RecordedAnswersTest {

  private static final ActorId ANNA = new ActorId("anna");
  private static final RepositoryUrl OTHER = new RepositoryUrl("/srv/git/other");

  private final Given given = shop();
  private final Instant since = given.now();
  private final Assumptions assumed = new Assumptions();

  private Answer answer(Need need, Position cause, Document... supposed) {
    Recollection recalled = new Recollection(Spans.since(given, since));
    return new RecordedAnswers(recalled, new Supposition(List.of(supposed)), assumed)
        .answer(given.world(), need, cause);
  }

  private List<String> assumptions() {
    return assumed.all().stream().map(Reason::code).toList();
  }

  private Position last(Class<?> kind) {
    return given.ledger().stream()
        .filter(entry -> kind.isInstance(entry.entry()))
        .map(Recorded::position)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static Need source(int commit) {
    return new Need.SourceAt(REPOSITORY, sha(commit), Optional.of(PATH));
  }

  private static Head main(Sha... sha) {
    return new Head(MAIN, List.of(sha).stream().findFirst());
  }

  @Test
  void heads_are_where_they_were_with_what_moved_by_the_same_cause() {
    push(given, 2);
    Position first = last(EventReceived.class);
    given.git.push(RefName.ofBranch("topic"), sha(5));
    given.whenHinted(RefName.ofBranch("topic"));
    push(given, 3);
    Need heads = new Need.HeadsOf(REPOSITORY, List.of(MAIN));
    assertThat(answer(heads, first)).isEqualTo(heads(2));
    assertThat(answer(heads, Position.START)).isEqualTo(heads(3));
    assertThat(answer(new Need.HeadsOf(OTHER, List.of(MAIN)), first))
        .isEqualTo(new Answer.Heads(List.of()));
  }

  private Answer heads(int main) {
    return new Answer.Heads(
        List.of(main(sha(main)), new Head(RefName.ofBranch("topic"), Optional.of(sha(5)))));
  }

  @Test
  void a_branch_that_was_gone_by_the_same_cause_is_gone() {
    given.git.delete(MAIN);
    given.whenHinted(MAIN);
    Position gone = last(EventReceived.class);
    given.git.push(MAIN, sha(1));
    given.whenHinted(MAIN);
    assertThat(answer(new Need.HeadsOf(REPOSITORY, List.of()), gone))
        .isEqualTo(new Answer.Heads(List.of(main())));
  }

  @Test
  void words_for_a_commit_mean_what_was_shipped_for_them() {
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web", "v2")));
    given.when(Fixtures.deploy(Fixtures.SHOP, environment("staging"), "main"));
    Need words = new Need.CommitOf(REPOSITORY, Optional.of("main"));
    assertThat(answer(words, last(CommandReceived.class)))
        .isEqualTo(new Answer.Commit(sha(2), shippedFrom()));
    assertThat(answer(words, Position.START))
        .isInstanceOfSatisfying(
            Answer.Unusable.class,
            unusable -> assertThat(unusable.because().code()).isEqualTo("never-read"));
  }

  private Optional<RefName> shippedFrom() {
    return given.ledger().stream()
        .map(Recorded::entry)
        .filter(ShipmentMade.class::isInstance)
        .map(ShipmentMade.class::cast)
        .findFirst()
        .orElseThrow()
        .shipment()
        .change()
        .ref();
  }

  @Test
  void a_commit_that_was_shipped_holds_what_it_held() {
    push(given, 2);
    push(given, 3);
    ApplicationDefinition second =
        Fixtures.shop(Fixtures.web("bin/web", "v2")).from(Optional.of(REPOSITORY));
    assertThat(answer(source(2), Position.START))
        .isEqualTo(new Answer.Source(Optional.of(second), Fixtures.artifact(sha(2))));
    assertThat(assumptions()).isEmpty();
  }

  @Test
  void a_commit_that_nothing_shipped_holds_what_is_in_force_and_that_is_said() {
    ApplicationDefinition inForce =
        given.world().declared().application(Fixtures.SHOP).orElseThrow().definition();
    assertThat(answer(source(9), Position.START))
        .isInstanceOfSatisfying(
            Answer.Source.class,
            source -> {
              assertThat(source.definition()).contains(inForce);
              assertThat(source.artifact())
                  .isInstanceOfSatisfying(
                      Artifact.CommitArchive.class,
                      archive -> assertThat(archive.sha()).isEqualTo(sha(9)))
                  .isNotEqualTo(((Answer.Source) answer(source(8), Position.START)).artifact());
            });
    assertThat(assumptions()).containsExactly("content-never-read");
  }

  @Test
  void content_alone_comes_without_a_definition_and_so_does_what_no_application_lies_at() {
    push(given, 2);
    Need alone = new Need.SourceAt(REPOSITORY, sha(2), Optional.empty());
    Answer without = new Answer.Source(Optional.empty(), Fixtures.artifact(sha(2)));
    assertThat(answer(alone, Position.START)).isEqualTo(without);
    assertThat(
            answer(
                new Need.SourceAt(REPOSITORY, sha(2), Optional.of("other.yaml")), Position.START))
        .isEqualTo(without);
    assertThat(answer(new Need.SourceAt(OTHER, sha(2), Optional.of(PATH)), Position.START))
        .isEqualTo(without);
  }

  @Test
  void a_supposed_application_is_in_every_commit() {
    push(given, 2);
    ApplicationDefinition said = Fixtures.shop(Fixtures.web("bin/web", "supposed"));
    assertThat(
            answer(
                source(2),
                last(EventReceived.class),
                new Document.OfApplication(said, digest("said"))))
        .isEqualTo(new Answer.Source(Optional.of(said), Fixtures.artifact(sha(2))));
    assertThat(assumptions()).containsExactly("document-in-every-commit");
  }

  @Test
  void a_commit_whose_document_could_not_be_used_cannot_be_used_again() {
    given.git.push(MAIN, sha(9));
    given.whenHinted(MAIN);
    assertThat(answer(source(9), last(EventReceived.class)))
        .isInstanceOfSatisfying(
            Answer.Unusable.class,
            unusable -> assertThat(unusable.because().code()).isEqualTo("definition-invalid"));
    assertThat(answer(source(9), Position.START)).isInstanceOf(Answer.Source.class);
  }

  @Test
  void what_no_hold_kept_away_contains_nothing_that_is_held() {
    push(given, 2);
    Need contains = new Need.Contains(REPOSITORY, sha(2), sha(1));
    assertThat(answer(contains, Position.START)).isEqualTo(new Answer.Contained(false));
    assertThat(assumptions()).containsExactly("ancestry-assumed");
  }

  @Test
  void what_a_hold_kept_away_contains_what_is_held() {
    Spans.settles(given, 2);
    Spans.settles(given, 3);
    given.when(
        new Command.Rollback(
            Given.placement("staging"), Optional.empty(), Optional.empty(), Optional.empty()));
    given.later(Spans.ROLLOUT).whenConverged(Spans.STAGING);
    push(given, 4);
    assertThat(answer(new Need.Contains(REPOSITORY, sha(4), sha(3)), Position.START))
        .isEqualTo(new Answer.Contained(true));
    assertThat(answer(new Need.Contains(REPOSITORY, sha(2), sha(3)), Position.START))
        .isEqualTo(new Answer.Contained(false));
  }

  @Test
  void agents_were_there_and_that_is_said() {
    assertThat(answer(new Need.OrdersTaken(Organisation.MAIN, Map.of()), Position.START))
        .isEqualTo(new Answer.Taken(false, Optional.empty()));
    assertThat(answer(new Need.LastHeard(Organisation.MAIN, Set.of()), Position.START))
        .isInstanceOf(Answer.Unusable.class);
    assertThat(assumptions()).containsExactly("agents-present");
  }

  @Test
  void who_approved_was_whom_the_ledger_says() {
    ActorId token = new ActorId("token-of-anna");
    given.git.linked(token, ANNA);
    given.when(new Command.IssueToken(token, Role.APPROVER, new Scope.Everything()));
    given.when(Fixtures.apply(Fixtures.guarded("staging", Fixtures.approvals(1))));
    push(given, 2);
    Delivery waits = Spans.active(given);
    given.when(token, new Command.Approve(waits.id(), waits.hash()));
    Position approved = last(CommandReceived.class);
    assertThat(answer(new Need.PersonOf(Organisation.MAIN, token), approved))
        .isEqualTo(new Answer.Person(ANNA, true));
    assertThat(answer(new Need.PersonOf(Organisation.MAIN, new ActorId("other")), approved))
        .isEqualTo(new Answer.Person(new ActorId("other"), true));
    assertThat(answer(new Need.PersonOf(Organisation.MAIN, token), Position.START))
        .isEqualTo(new Answer.Person(token, true));
    assertThat(
            answer(
                new Need.AuthorsOf(Organisation.MAIN, REPOSITORY, Optional.empty(), sha(2)),
                approved))
        .isEqualTo(new Answer.Authors(Set.of(), 0));
  }
}
