package dev.slipway.ledger.memory;

import dev.slipway.ledger.Directory;
import dev.slipway.ledger.FeedbackBox;
import dev.slipway.ledger.JoinShown;
import dev.slipway.ledger.People;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The directory in maps. Thread-safe. */
public final class MemoryDirectory implements Directory {

  private record Who(Organisation organisation, ActorId actor) {}

  private record Pass(Who who, Instant expiresAt) {}

  private record Offer(JoinShown.Join join, Instant expiresAt, boolean used) {}

  private final Map<Who, String> names = new HashMap<>();
  private final Map<Digest, Who> tokens = new HashMap<>();
  private final Map<Digest, Pass> sessions = new HashMap<>();
  private final Map<Digest, Pass> logins = new HashMap<>();
  private final Map<Digest, Offer> joins = new HashMap<>();
  private final Map<String, Hook> hooks = new TreeMap<>();
  private final People people = new MemoryPeople(this::forget);
  private final FeedbackBox feedback = new MemoryFeedbackBox();

  @Override
  public synchronized void name(Organisation organisation, ActorId actor, String name) {
    names.put(new Who(organisation, actor), name);
  }

  private synchronized void forget(Organisation organisation, ActorId actor) {
    names.remove(new Who(organisation, actor));
  }

  @Override
  public People people() {
    return people;
  }

  @Override
  public FeedbackBox feedback() {
    return feedback;
  }

  @Override
  public synchronized List<Known> actors(Organisation organisation) {
    return names.keySet().stream()
        .filter(who -> who.organisation.equals(organisation))
        .map(this::known)
        .sorted(Comparator.comparing(Known::actor))
        .toList();
  }

  @Override
  public synchronized void grantToken(
      Organisation organisation, ActorId actor, Digest secretHash, Instant createdAt) {
    tokens.put(secretHash, new Who(organisation, actor));
  }

  @Override
  public synchronized void withdrawToken(Organisation organisation, ActorId actor) {
    tokens.values().removeIf(new Who(organisation, actor)::equals);
  }

  @Override
  public synchronized Optional<Known> byToken(Digest secretHash) {
    return Optional.ofNullable(tokens.get(secretHash)).map(this::known);
  }

  @Override
  public synchronized void openSession(
      Digest secretHash, Organisation organisation, ActorId actor, Instant expiresAt) {
    sessions.put(secretHash, new Pass(new Who(organisation, actor), expiresAt));
  }

  @Override
  public synchronized Optional<Known> bySession(Digest secretHash, Instant now) {
    return valid(Optional.ofNullable(sessions.get(secretHash)), now);
  }

  @Override
  public synchronized void closeSession(Digest secretHash) {
    sessions.remove(secretHash);
  }

  @Override
  public synchronized void offerLogin(
      Digest secretHash, Organisation organisation, ActorId actor, Instant expiresAt) {
    logins.put(secretHash, new Pass(new Who(organisation, actor), expiresAt));
  }

  @Override
  public synchronized Optional<Known> takeLogin(Digest secretHash, Instant now) {
    return valid(Optional.ofNullable(logins.remove(secretHash)), now);
  }

  @Override
  public synchronized void offerJoin(
      Digest secretHash, Organisation organisation, TargetId target, Instant expiresAt) {
    joins.put(secretHash, new Offer(new JoinShown.Join(organisation, target), expiresAt, false));
  }

  @Override
  public synchronized JoinShown takeJoin(
      Digest secretHash, Instant now, Predicate<TargetId> wanted) {
    joins.values().removeIf(offer -> !now.isBefore(offer.expiresAt.plus(JOIN_REMEMBERED_FOR)));
    Offer offer = joins.get(secretHash);
    if (offer == null) {
      return new JoinShown.Unknown();
    }
    JoinShown shown = JoinShown.of(offer.join, offer.used, !now.isBefore(offer.expiresAt), wanted);
    if (shown instanceof JoinShown.Taken) {
      joins.put(secretHash, new Offer(offer.join, offer.expiresAt, true));
    }
    return shown;
  }

  @Override
  public synchronized void shareSecret(
      Organisation organisation, String hook, String kind, Bytes secret) {
    if (hook(hook).filter(it -> !it.organisation().equals(organisation)).isPresent()) {
      throw new IllegalArgumentException("This hook id is taken");
    }
    hooks.put(hook, new Hook(organisation, hook, kind, secret));
  }

  @Override
  public synchronized Optional<Hook> hook(String hook) {
    return Optional.ofNullable(hooks.get(hook));
  }

  @Override
  public synchronized List<Hook> hooks(Organisation organisation) {
    return hooks.values().stream().filter(it -> it.organisation().equals(organisation)).toList();
  }

  @Override
  public synchronized void removeHook(Organisation organisation, String hook) {
    hook(hook)
        .filter(it -> it.organisation().equals(organisation))
        .ifPresent(it -> hooks.remove(hook));
  }

  private Optional<Known> valid(Optional<Pass> pass, Instant now) {
    return pass.filter(it -> now.isBefore(it.expiresAt)).map(Pass::who).map(this::known);
  }

  /** Somebody whom nobody has named is shown by the id. */
  private Known known(Who who) {
    return new Known(who.organisation, who.actor, names.getOrDefault(who, who.actor.value()));
  }
}
