package dev.slipway.loop.keeper;

import dev.slipway.config.Compiled;
import dev.slipway.config.Documents;
import dev.slipway.config.Problem;
import dev.slipway.ledger.People;
import dev.slipway.ledger.Presence;
import dev.slipway.loop.Outside;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Inclusion;
import dev.slipway.model.need.Need;
import dev.slipway.source.CommitChecks;
import dev.slipway.source.Deployments;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Answers needs from the sources and the directory. Readings of one repository follow one another,
 * so that a later reading never tells of an earlier moment. What a commit holds never changes and
 * is remembered.
 */
public final class Answers {

  private static final String PEOPLE = "people";
  private static final int COMMITS_REMEMBERED_MAX = 2_000;

  private final Repository repository;
  private final CommitChecks commitChecks;
  private final RememberedChecks checks;
  private final ImageRegistries images;
  private final Deployments hosts;
  private final RememberedDeployments deployments;
  private final Identities identities;
  private final TakenOrders taken;
  private final Presence presence;
  private final Workers workers;
  private final InstantSource clock;
  private final RememberedCommits remembered = new RememberedCommits(COMMITS_REMEMBERED_MAX);

  public Answers(
      Outside outside,
      People people,
      TakenOrders taken,
      Presence presence,
      Workers workers,
      InstantSource clock) {
    repository = outside.repository();
    commitChecks = outside.checks();
    checks = new RememberedChecks(commitChecks);
    images = outside.images();
    hosts = outside.deployments();
    deployments = new RememberedDeployments(hosts);
    this.taken = taken;
    this.presence = presence;
    identities = new Identities(people);
    this.workers = workers;
    this.clock = clock;
  }

  /**
   * Answers all needs, and gives them to {@code then} together: at once and on the caller's thread
   * when all are remembered, on a worker's otherwise.
   */
  void answer(List<Need> needs, Consumer<List<Fact>> then) {
    List<Fact> facts = new ArrayList<>(needs.size());
    answerFrom(0, needs, facts, then);
  }

  /** The answers to all needs, if all are remembered. */
  Optional<List<Fact>> remembered(List<Need> needs) {
    List<Fact> facts = new ArrayList<>(needs.size());
    for (Need need : needs) {
      known(need).ifPresent(known -> facts.add(new Fact(need, known, clock.instant())));
    }
    return facts.size() == needs.size() ? Optional.of(facts) : Optional.empty();
  }

  /** What can be said at once. */
  private Optional<Answer> known(Need need) {
    return switch (need) {
      case Need.OrdersTaken orders -> Optional.of(taken.answer(orders));
      case Need.ChecksOf of -> checks.answer(of);
      case Need.DeploymentOf of -> deployments.answer(of);
      case Need other -> remembered.answer(other);
    };
  }

  private void answerFrom(
      int index, List<Need> needs, List<Fact> facts, Consumer<List<Fact>> then) {
    for (int i = index; i < needs.size(); i++) {
      Need need = needs.get(i);
      Optional<Answer> known = known(need);
      if (known.isEmpty()) {
        int next = i + 1;
        workers.execute(
            lane(need),
            () -> {
              facts.add(read(need));
              answerFrom(next, needs, facts, then);
            });
        return;
      }
      facts.add(new Fact(need, known.get(), clock.instant()));
    }
    then.accept(facts);
  }

  /** The lane in which a repository is read; the poller keeps to it too. */
  public static String laneOf(RepositoryUrl url) {
    return "repository " + url;
  }

  /** The lane in which a registry is asked; the poller keeps to it too. */
  public static String laneOf(ImageSource source) {
    return "registry " + source.registries();
  }

  private static String lane(Need need) {
    return switch (need) {
      case Need.HeadsOf heads -> laneOf(heads.repository());
      case Need.CommitOf commit -> laneOf(commit.repository());
      case Need.SourceAt source -> laneOf(source.repository());
      case Need.Contains contains -> laneOf(contains.repository());
      case Need.AuthorsOf authors -> laneOf(authors.repository());
      case Need.ChecksOf of -> "checks " + of.repository();
      case Need.ImageOf of -> laneOf(of.source());
      case Need.DeploymentOf of -> "deployments " + of.repository();
      case Need.PersonOf _, Need.OrdersTaken _, Need.LastHeard _ -> PEOPLE;
    };
  }

  private Fact read(Need need) {
    Instant at = clock.instant();
    Optional<Answer> meanwhile = known(need);
    if (meanwhile.isPresent()) {
      return new Fact(need, meanwhile.orElseThrow(), at);
    }
    Fact fact = new Fact(need, ask(need), at);
    remembered.remember(need, fact.answer());
    if (need instanceof Need.ChecksOf of) {
      checks.remember(of, fact);
    }
    if (need instanceof Need.DeploymentOf of) {
      deployments.remember(of, fact);
    }
    return fact;
  }

  private Answer ask(Need need) {
    return switch (need) {
      case Need.HeadsOf heads when heads.refs().isEmpty() ->
          answer(
              repository.allHeads(heads.repository(), Optional.empty()),
              all -> new Answer.Heads(all.heads()));
      case Need.HeadsOf heads ->
          answer(repository.heads(heads.repository(), heads.refs()), Answer.Heads::new);
      case Need.CommitOf commit ->
          answer(
              repository.resolve(commit.repository(), commit.revision()),
              resolved -> new Answer.Commit(resolved.sha(), resolved.ref()));
      case Need.Contains contains ->
          answer(
              repository.inclusion(contains.repository(), contains.commit(), contains.other()),
              inclusion -> new Answer.Contained(inclusion instanceof Inclusion.Included));
      case Need.SourceAt source ->
          answer(
              repository.tree(source.repository(), source.sha(), source.path()),
              tree -> sourceOf(source, tree));
      case Need.AuthorsOf authors ->
          answer(
              repository.authors(authors.repository(), authors.base(), authors.head()),
              addresses -> identities.authors(authors.organisation(), addresses));
      case Need.ChecksOf of ->
          answer(commitChecks.checks(of.repository(), of.sha()), Answer.Checks::new);
      case Need.DeploymentOf of -> answer(hosts.ask(of), Answer.Deployment::new);
      case Need.ImageOf of -> answer(images.image(of.source()), Answer.Image::new);
      case Need.PersonOf person -> identities.person(person.organisation(), person.actor());
      case Need.OrdersTaken orders -> taken.answer(orders);
      case Need.LastHeard agents -> heard(agents);
    };
  }

  private Answer.Heard heard(Need.LastHeard need) {
    return new Answer.Heard(
        presence.lastHeard().entrySet().stream()
            .filter(agent -> need.agents().contains(agent.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, agent -> agent.getValue().at())));
  }

  private static <T> Answer answer(Reading<T> reading, Function<T, Answer> whenRead) {
    return switch (reading) {
      case Reading.Read<T> read -> whenRead.apply(read.value());
      case Reading.Unusable<T> unusable -> new Answer.Unusable(unusable.because());
      case Reading.Unavailable<T> unavailable -> new Answer.Unavailable(unavailable.because());
    };
  }

  private static Answer sourceOf(Need.SourceAt need, Repository.Tree tree) {
    if (need.path().isEmpty() || tree.document().isEmpty()) {
      return new Answer.Source(Optional.empty(), tree.archive());
    }
    Bytes document = tree.document().get();
    return switch (Documents.application(need.path().get(), document)) {
      case Compiled.Invalid invalid -> new Answer.Unusable(reasonOf(invalid));
      case Compiled.Valid valid ->
          new Answer.Source(Optional.of(applicationOf(valid)), tree.archive());
    };
  }

  private static ApplicationDefinition applicationOf(Compiled.Valid valid) {
    return switch (valid.documents().getFirst()) {
      case Document.OfApplication application -> application.definition();
      case Document foreign ->
          throw new IllegalStateException("An application's document declared " + foreign);
    };
  }

  private static Reason reasonOf(Compiled.Invalid invalid) {
    return new Reason(
        "definition-invalid",
        invalid.problems().stream().map(Problem::toString).collect(Collectors.joining(" ")));
  }
}
