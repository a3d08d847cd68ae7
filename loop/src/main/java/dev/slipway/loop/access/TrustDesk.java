package dev.slipway.loop.access;

import dev.slipway.codec.Digests;
import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.fold.Actors;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.trust.Admittance;
import dev.slipway.ledger.Directory;
import dev.slipway.loop.door.Administration.Made;
import dev.slipway.loop.door.Commands;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.door.Trusts;
import dev.slipway.loop.keeper.Refusals;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.TrustWish;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.TrustGiven;
import dev.slipway.model.trust.Claims;
import dev.slipway.model.trust.Trust;
import dev.slipway.source.IdentityTokens;
import dev.slipway.source.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Gives runs of CI systems tokens of ours for theirs. Who acts is a digest of what was shown, so
 * that the ledger knows it when it is shown again. A token that is not its issuer's leaves no
 * entry, for anybody can send those; a genuine one that is not let in leaves its reason.
 */
public final class TrustDesk implements Trusts {

  private static final String WHAT = "ExchangeToken";
  private static final int DIGEST_LENGTH = 32;
  private static final int NAME_LENGTH_MAX = 200;

  private final Directory directory;
  private final Commands commands;
  private final Memory memory;
  private final Refusals refusals;
  private final IdentityTokens tokens;
  private final Workers workers;
  private final InstantSource clock;
  private final Supplier<ActorId> identities;
  private final Supplier<String> secrets;

  /**
   * @param identities draws random ids
   * @param secrets draws secrets that nobody can guess
   */
  public TrustDesk(
      Directory directory,
      Commands commands,
      Memory memory,
      Refusals refusals,
      IdentityTokens tokens,
      Workers workers,
      InstantSource clock,
      Supplier<ActorId> identities,
      Supplier<String> secrets) {
    this.directory = directory;
    this.commands = commands;
    this.memory = memory;
    this.refusals = refusals;
    this.tokens = tokens;
    this.workers = workers;
    this.clock = clock;
    this.identities = identities;
    this.secrets = secrets;
  }

  @Override
  public Made<List<Given>> list(Organisation organisation, ActorId by) {
    World world = memory.world(organisation);
    Scope own = world.actors().grant(by).map(Actors.Grant::scope).orElseGet(Scope.Everything::new);
    return switch (Authority.mayDeclare(world, by, own)) {
      case Judgement.Refused refused -> new Made.Refused<>(refused.because());
      case Judgement.Allowed _ ->
          new Made.Done<>(
              world.actors().trusts().given().entrySet().stream()
                  .filter(each -> isIn(world, by, each.getValue()))
                  .map(each ->
                      new Given(each.getKey(), name(organisation, each.getKey()), each.getValue()))
                  .sorted(Comparator.comparing(Given::name).thenComparing(Given::id))
                  .toList());
    };
  }

  private static boolean isIn(World world, ActorId by, Trust terms) {
    return Authority.mayDeclare(world, by, terms.scope()) instanceof Judgement.Allowed;
  }

  private String name(Organisation organisation, ActorId id) {
    return directory.actors(organisation).stream()
        .filter(known -> known.actor().equals(id))
        .map(Directory.Known::name)
        .findFirst()
        .orElseGet(id::value);
  }

  @Override
  public CompletionStage<Made<Given>> give(
      Organisation organisation,
      ActorId by,
      String idempotencyKey,
      String name,
      Function<ActorId, Trust> terms) {
    ActorId id = identities.get();
    return commands
        .submit(
            organisation,
            by,
            idempotencyKey,
            new Command.Trusts(new TrustWish.Give(id, terms.apply(id))))
        .thenApply(carried -> given(organisation, name, carried));
  }

  private Made<Given> given(Organisation organisation, String name, Commands.Carried carried) {
    if (!(carried.settlement() instanceof Settlement.Followed)) {
      return new Made.Refused<>(carried.settlement().because());
    }
    return carried.entries().stream()
        .map(recorded -> recorded.entry())
        .filter(TrustGiven.class::isInstance)
        .map(TrustGiven.class::cast)
        .findFirst()
        .<Made<Given>>map(entry -> {
          directory.name(organisation, entry.trust(), name);
          return new Made.Done<>(new Given(entry.trust(), name, entry.terms()));
        })
        .orElseGet(Made.Unknown::new);
  }

  @Override
  public void withdrawn(Organisation organisation, ActorId trust) {
    memory
        .world(organisation)
        .actors()
        .trusts()
        .passesOf(trust)
        .keySet()
        .forEach(token -> directory.withdrawToken(organisation, token));
  }

  @Override
  public CompletionStage<Exchanged> exchange(ActorId trust, String token) {
    Optional<World> world =
        memory.worlds().stream()
            .filter(each -> each.actors().trusts().terms(trust).isPresent())
            .findFirst();
    if (world.isEmpty()) {
      return CompletableFuture.completedStage(
          new Exchanged.Refused(
              new Reason(
                  "trust-unknown",
                  "There is no such trust here, or it was removed; see slipway trust list.")));
    }
    Organisation organisation = world.orElseThrow().organisation();
    Trust terms = world.orElseThrow().actors().trusts().terms(trust).orElseThrow();
    String lane = "issuer " + terms.issuer();
    return CompletableFuture.supplyAsync(
            () -> tokens.read(terms, token), task -> workers.execute(lane, task))
        .thenCompose(read ->
            switch (read) {
              case Reading.Read<Claims>(Claims claims) ->
                  judged(organisation, trust, terms, claims);
              case Reading.Unusable<Claims>(Reason because) ->
                  CompletableFuture.completedStage(new Exchanged.Refused(because));
              case Reading.Unavailable<Claims>(Reason because) ->
                  CompletableFuture.completedStage(new Exchanged.Unavailable(because));
            });
  }

  private CompletionStage<Exchanged> judged(
      Organisation organisation, ActorId trust, Trust terms, Claims claims) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (Admittance.judge(terms, claims, now) instanceof Judgement.Refused(Reason because)) {
      return CompletableFuture.completedStage(refused(organisation, because));
    }
    ActorId token = actor(claims);
    Instant until = now.plus(terms.lasts());
    Instant shown = claims.expires().orElse(until).plus(Admittance.SKEW);
    Command wish =
        new Command.Trusts(
            new TrustWish.Exchange(
                trust,
                token,
                until,
                shown.isAfter(until) ? shown : until,
                new RefName(claims.run().ref()),
                claims.run().number()));
    List<ActorId> ended = memory.world(organisation).actors().trusts().endedAt(now);
    return commands
        .submit(organisation, ActorId.SLIPWAY, "exchange " + identities.get(), wish)
        .thenApply(carried ->
            switch (carried.settlement()) {
              case Settlement.Followed _ -> {
                ended.forEach(each -> directory.withdrawToken(organisation, each));
                yield let(organisation, token, terms, claims, until);
              }
              case Settlement.NothingFollows it -> refused(organisation, it.because());
              case Settlement.Refused it -> refused(organisation, it.because());
            });
  }

  private Exchanged refused(Organisation organisation, Reason because) {
    refusals.refused(organisation, ActorId.STRANGER, WHAT, because);
    return new Exchanged.Refused(because);
  }

  private Exchanged let(
      Organisation organisation, ActorId token, Trust terms, Claims claims, Instant until) {
    String secret = secrets.get();
    String name = name(claims.run());
    directory.name(organisation, token, name);
    directory.grantToken(organisation, token, DirectoryCredentials.digest(secret), clock.instant());
    return new Exchanged.Done(token, name, terms, secret, until);
  }

  private static ActorId actor(Claims claims) {
    String shown = claims.issuer() + "\n" + claims.id();
    String hex = Digests.sha256(shown.getBytes(StandardCharsets.UTF_8)).hex();
    return new ActorId("run-" + hex.substring(0, DIGEST_LENGTH));
  }

  private static String name(Claims.Run run) {
    String name = "%s at %s, run %s".formatted(run.repository(), run.ref(), run.number());
    String line = name.replaceAll("[^ -~]", "?");
    return line.length() <= NAME_LENGTH_MAX ? line : line.substring(0, NAME_LENGTH_MAX) + "…";
  }
}
