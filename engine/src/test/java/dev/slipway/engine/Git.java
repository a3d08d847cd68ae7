package dev.slipway.engine;

import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Need;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A repository that answers needs. */
public final class Git {

  private final TreeMap<RefName, Sha> heads = new TreeMap<>();
  private final Map<Sha, ApplicationDefinition> definitions = new HashMap<>();
  private final Map<Sha, Optional<ActorId>> authors = new HashMap<>();
  private final Map<Sha, Sha> reverts = new HashMap<>();
  private final Map<ActorId, ActorId> persons = new HashMap<>();
  private final Map<ActorId, Instant> heard = new HashMap<>();
  private final Map<ImageSource, PinnedImage> images = new HashMap<>();
  private boolean registriesAway;
  private Optional<TreeMap<Sha, TreeMap<CheckName, Check>>> checks = Optional.empty();
  private boolean checksAway;
  private Answer deployment = new Answer.Unusable(new Reason("not-asked", "Nobody may be asked."));
  private boolean away;
  private boolean deaf;
  private boolean agentsAway;
  private Optional<Instant> awayFrom = Optional.empty();

  /** A commit that holds this definition becomes the head of a ref. */
  public Git push(RefName ref, Sha sha, ApplicationDefinition definition) {
    definitions.put(sha, definition);
    return push(ref, sha);
  }

  /** A commit without a usable definition becomes the head of a ref. */
  public Git push(RefName ref, Sha sha) {
    heads.put(ref, sha);
    return this;
  }

  public Git delete(RefName ref) {
    heads.remove(ref);
    return this;
  }

  public Git away(boolean isAway) {
    away = isAway;
    return this;
  }

  /** Whether it tells heads and trees, and nothing of what contains what. */
  public Git deaf(boolean isDeaf) {
    deaf = isDeaf;
    return this;
  }

  /** Whether no agent has taken what it was ordered, and none is there. */
  public Git agentsAway(boolean areAway) {
    agentsAway = areAway;
    return this;
  }

  /** When agents that are there would count as away, should nothing be heard of them. */
  public Git agentsAwayFrom(Instant at) {
    awayFrom = Optional.of(at);
    return this;
  }

  /** An agent was heard of then. */
  public Git heard(ActorId agent, Instant at) {
    heard.put(agent, at);
    return this;
  }

  /** What its host says from now on when it is asked for a deployment. */
  public Git deployment(Answer answer) {
    deployment = answer;
    return this;
  }

  public Answer answer(Need need) {
    if (away) {
      return new Answer.Unavailable(new Reason("timeout", "No answer within 30 s."));
    }
    return switch (need) {
      case Need.HeadsOf asked -> heads(asked.refs());
      case Need.CommitOf asked -> commit(asked.revision().orElse("main"));
      case Need.SourceAt asked -> source(asked);
      case Need.Contains _ when deaf ->
          new Answer.Unavailable(new Reason("timeout", "No answer within 30 s."));
      case Need.Contains asked ->
          new Answer.Contained(
              contains(asked.commit(), asked.other())
                  && reverts.entrySet().stream()
                      .filter(revert -> revert.getValue().equals(asked.other()))
                      .noneMatch(revert -> contains(asked.commit(), revert.getKey())));
      case Need.AuthorsOf asked -> authors(asked);
      case Need.PersonOf asked -> person(asked.actor());
      case Need.ChecksOf asked -> checks(asked.sha());
      case Need.DeploymentOf _ -> deployment;
      case Need.ImageOf asked -> image(asked.source());
      case Need.LastHeard asked ->
          new Answer.Heard(
              heard.entrySet().stream()
                  .filter(agent -> asked.agents().contains(agent.getKey()))
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
      case Need.OrdersTaken _ -> new Answer.Taken(agentsAway, awayFrom);
    };
  }

  /** One commit comes after the other; the fixtures number them. */
  public static boolean contains(Sha commit, Sha other) {
    return commit.compareTo(other) >= 0;
  }

  /** A commit takes an earlier one back. */
  public Git reverts(Sha commit, Sha earlier) {
    reverts.put(commit, earlier);
    return this;
  }

  /** Somebody, or nobody that is known, wrote a commit. */
  public Git wrote(Sha sha, Optional<ActorId> person) {
    authors.put(sha, person);
    return this;
  }

  /** A credential acts for a person. */
  public Git linked(ActorId actor, ActorId person) {
    persons.put(actor, person);
    return this;
  }

  /** In this repository every commit of a higher number follows the lower ones. */
  private Answer authors(Need.AuthorsOf asked) {
    List<Optional<ActorId>> wrote =
        authors.entrySet().stream()
            .filter(commit ->
                asked.base().isEmpty()
                    ? commit.getKey().equals(asked.head())
                    : commit.getKey().value().compareTo(asked.base().get().value()) > 0
                        && commit.getKey().value().compareTo(asked.head().value()) <= 0)
            .map(Map.Entry::getValue)
            .toList();
    return new Answer.Authors(
        wrote.stream().flatMap(Optional::stream).collect(Collectors.toSet()),
        (int) wrote.stream().filter(Optional::isEmpty).count());
  }

  /** A Git host keeps checks of commits, and tells them from now on; none at first. */
  public Git keepsChecks() {
    checks = Optional.of(new TreeMap<>());
    return this;
  }

  /** A check of a commit comes to something, at the Git host. */
  public Git check(Sha sha, Check check) {
    checks.orElseThrow().computeIfAbsent(sha, _ -> new TreeMap<>()).put(check.name(), check);
    return this;
  }

  /** Whether the Git host tells no checks at present. */
  public Git checksAway(boolean areAway) {
    checksAway = areAway;
    return this;
  }

  private Answer checks(Sha sha) {
    if (checks.isEmpty()) {
      return new Answer.Unusable(new Reason("checks-not-read", "Nobody reads them."));
    }
    return checksAway
        ? new Answer.Unavailable(new Reason("rate-limited", "It asks for patience."))
        : new Answer.Checks(
            List.copyOf(checks.orElseThrow().getOrDefault(sha, new TreeMap<>()).values()));
  }

  /** A registry has another image for what is followed. */
  public Git image(ImageSource source, String tag, Digest digest) {
    return image(source, new PinnedImage(source.repository(), new ImageTag(tag), digest));
  }

  Git image(ImageSource source, PinnedImage image) {
    images.put(source, image);
    return this;
  }

  /** Whether registries cannot be asked at present. */
  public Git registriesAway(boolean areAway) {
    registriesAway = areAway;
    return this;
  }

  private Answer image(ImageSource source) {
    if (registriesAway) {
      return new Answer.Unavailable(new Reason("registry-unreachable", "It does not answer."));
    }
    return Optional.ofNullable(images.get(source))
        .<Answer>map(Answer.Image::new)
        .orElseGet(() -> new Answer.Unusable(new Reason("image-not-there", "There is none.")));
  }

  private Answer person(ActorId actor) {
    return new Answer.Person(persons.getOrDefault(actor, actor), persons.containsKey(actor));
  }

  private Answer heads(List<RefName> refs) {
    List<RefName> named = refs.isEmpty() ? List.copyOf(heads.keySet()) : refs;
    return new Answer.Heads(
        named.stream().map(r -> new Head(r, Optional.ofNullable(heads.get(r)))).toList());
  }

  private Answer commit(String revision) {
    RefName branch = RefName.ofBranch(revision);
    if (heads.containsKey(branch)) {
      return new Answer.Commit(heads.get(branch), Optional.of(branch));
    }
    return definitions.keySet().stream()
        .filter(sha -> sha.value().equals(revision))
        .findFirst()
        .<Answer>map(sha -> new Answer.Commit(sha, Optional.empty()))
        .orElseGet(
            () -> new Answer.Unusable(new Reason("no-such-revision", "There is no such ref.")));
  }

  private Answer source(Need.SourceAt asked) {
    ApplicationDefinition definition = definitions.get(asked.sha());
    if (asked.path().isPresent() && definition == null) {
      return new Answer.Unusable(new Reason("bad-document", "slipway.yaml:3:1 is wrong."));
    }
    return new Answer.Source(
        asked.path().flatMap(_ -> Optional.ofNullable(definition)), Fixtures.artifact(asked.sha()));
  }
}
