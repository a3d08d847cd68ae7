package dev.slipway.engine.fold;

import dev.slipway.model.ActorId;
import dev.slipway.model.Scope;
import dev.slipway.model.entry.TokenExchanged;
import dev.slipway.model.entry.TrustGiven;
import dev.slipway.model.entry.TrustWithdrawn;
import dev.slipway.model.trust.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Runs of CI systems that are let in on another's word, and those that were. One is remembered for
 * as long as the token that it showed could be shown again, even when it acts no more.
 *
 * @param given the terms by the trust's id
 * @param passes what was given on its word, by who acts
 */
public record Trusts(PMap<ActorId, Trust> given, PMap<ActorId, Pass> passes) {

  static final Trusts NONE = new Trusts(HashTreePMap.empty(), HashTreePMap.empty());

  /** Who acts for a while. */
  public record Pass(ActorId trust, Instant until, Instant remembered) {

    boolean isRemembered(Instant now) {
      return now.isBefore(remembered);
    }
  }

  public Optional<Trust> terms(ActorId trust) {
    return Optional.ofNullable(given.get(trust));
  }

  public Optional<Pass> pass(ActorId token) {
    return Optional.ofNullable(passes.get(token));
  }

  /** How far a trust reaches; one that nobody knows could reach anywhere. */
  public Scope scope(ActorId trust) {
    return terms(trust).map(Trust::scope).orElseGet(Scope.Everything::new);
  }

  /** What was given on the word of a trust, as far as it is remembered. */
  public Map<ActorId, Pass> passesOf(ActorId trust) {
    return where(pass -> pass.trust().equals(trust));
  }

  /**
   * How many of them are to be remembered at a time. Those that are not are here until the next run
   * of any trust is let in, so they must not keep it out.
   */
  public int remembered(ActorId trust, Instant now) {
    return where(pass -> pass.trust().equals(trust) && pass.isRemembered(now)).size();
  }

  /** Who acts no more at a time. */
  public List<ActorId> endedAt(Instant now) {
    return List.copyOf(where(pass -> !now.isBefore(pass.until())).keySet());
  }

  private Map<ActorId, Pass> where(Predicate<Pass> so) {
    return passes.entrySet().stream()
        .filter(each -> so.test(each.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Trusts with(TrustGiven entry) {
    return new Trusts(given.plus(entry.trust(), entry.terms()), passes);
  }

  Trusts with(TrustWithdrawn entry) {
    return new Trusts(given.minus(entry.trust()), passes);
  }

  Trusts with(TokenExchanged entry, Instant at) {
    Pass pass = new Pass(entry.trust(), entry.until(), entry.remembered());
    return new Trusts(
        given,
        passes.minusAll(where(each -> !each.isRemembered(at)).keySet()).plus(entry.token(), pass));
  }
}
