package dev.slipway.loop.access;

import dev.slipway.codec.Digests;
import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.ledger.Directory;
import dev.slipway.loop.door.Administration;
import dev.slipway.loop.door.Commands;
import dev.slipway.loop.door.Memory;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.TokenIssued;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Gives out secrets whose digests the directory keeps. Tokens go the way of every command; join
 * tokens and addresses are judged by the same authority.
 */
public final class DirectoryAdministration implements Administration {

  private static final Duration JOIN = Duration.ofMinutes(15);

  /** The kinds whose senders sign as Standard Webhooks say, or may be told to. */
  private static final Set<String> STANDARD = Set.of("events", "gitlab");

  private final Directory directory;
  private final Commands commands;
  private final Memory memory;
  private final InstantSource clock;
  private final Supplier<ActorId> identities;
  private final Supplier<String> secrets;
  private final Supplier<String> joinSecrets;

  /**
   * @param identities draws random actor ids
   * @param secrets draws secrets that nobody can guess
   * @param joinSecrets draws join tokens, which also say which root to believe
   */
  public DirectoryAdministration(
      Directory directory,
      Commands commands,
      Memory memory,
      InstantSource clock,
      Supplier<ActorId> identities,
      Supplier<String> secrets,
      Supplier<String> joinSecrets) {
    this.directory = directory;
    this.commands = commands;
    this.memory = memory;
    this.clock = clock;
    this.identities = identities;
    this.secrets = secrets;
    this.joinSecrets = joinSecrets;
  }

  @Override
  public CompletionStage<Made<NewToken>> issue(
      Organisation organisation,
      ActorId by,
      String idempotencyKey,
      String name,
      Role role,
      Scope scope) {
    ActorId token = identities.get();
    return commands
        .submit(organisation, by, idempotencyKey, new Command.IssueToken(token, role, scope))
        .thenApply(carried -> issued(organisation, name, token, carried));
  }

  private Made<NewToken> issued(
      Organisation organisation, String name, ActorId drawn, Commands.Carried carried) {
    if (!(carried.settlement() instanceof Settlement.Followed)) {
      return new Made.Refused<>(carried.settlement().because());
    }
    ActorId token =
        carried.entries().stream()
            .map(recorded -> recorded.entry())
            .filter(TokenIssued.class::isInstance)
            .map(entry -> ((TokenIssued) entry).token())
            .findFirst()
            .orElse(drawn);
    if (!token.equals(drawn)) {
      return new Made.Done<>(
          new NewToken(token, name(organisation, token), clock.instant(), Optional.empty()));
    }
    String secret = secrets.get();
    directory.name(organisation, token, name);
    directory.grantToken(organisation, token, DirectoryCredentials.digest(secret), clock.instant());
    return new Made.Done<>(new NewToken(token, name, clock.instant(), Optional.of(secret)));
  }

  private String name(Organisation organisation, ActorId actor) {
    return directory.actors(organisation).stream()
        .filter(known -> known.actor().equals(actor))
        .map(Directory.Known::name)
        .findFirst()
        .orElseGet(actor::value);
  }

  @Override
  public void withdraw(Organisation organisation, ActorId token) {
    directory.withdrawToken(organisation, token);
  }

  @Override
  public Made<NewJoin> offerJoin(Organisation organisation, ActorId by, TargetId target) {
    Optional<Reason> refusal =
        refusal(
            Authority.mayDeclare(
                memory.world(organisation), by, new Scope.OfEnvironment(target.environment())));
    if (refusal.isPresent()) {
      return new Made.Refused<>(refusal.get());
    }
    String secret = joinSecrets.get();
    NewJoin join = new NewJoin(target, secret, clock.instant().plus(JOIN));
    directory.offerJoin(
        DirectoryCredentials.digest(secret), organisation, target, join.expiresAt());
    return new Made.Done<>(join);
  }

  @Override
  public Made<List<Hook>> hooks(Organisation organisation, ActorId by) {
    Optional<Reason> refusal = refusalToAdminister(organisation, by);
    return refusal.isPresent()
        ? new Made.Refused<>(refusal.get())
        : new Made.Done<>(
            directory.hooks(organisation).stream()
                .map(hook -> new Hook(hook.id(), hook.kind()))
                .toList());
  }

  @Override
  public Made<NewHook> openHook(Organisation organisation, ActorId by, String kind) {
    Optional<Reason> refusal = refusalToAdminister(organisation, by);
    if (refusal.isPresent()) {
      return new Made.Refused<>(refusal.get());
    }
    Hook hook = new Hook(identities.get().value(), kind);
    String secret = STANDARD.contains(kind) ? standardSecret() : secrets.get();
    directory.shareSecret(organisation, hook.id(), kind, Bytes.ofUtf8(secret));
    return new Made.Done<>(new NewHook(hook, secret));
  }

  /**
   * As Standard Webhooks write secrets, so that their libraries take it: the key in Base64. It has
   * 32 bytes, for GitLab takes no other length.
   */
  private String standardSecret() {
    byte[] key = Digests.raw(DirectoryCredentials.digest(secrets.get()));
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  @Override
  public Made<Hook> closeHook(Organisation organisation, ActorId by, String hook) {
    Optional<Reason> refusal = refusalToAdminister(organisation, by);
    if (refusal.isPresent()) {
      return new Made.Refused<>(refusal.get());
    }
    Optional<Directory.Hook> found =
        directory.hook(hook).filter(open -> open.organisation().equals(organisation));
    found.ifPresent(open -> directory.removeHook(organisation, open.id()));
    return found
        .<Made<Hook>>map(open -> new Made.Done<>(new Hook(open.id(), open.kind())))
        .orElseGet(Made.Unknown::new);
  }

  /** Whoever may issue tokens may open addresses: both let someone from outside in. */
  @Override
  public Optional<Reason> refusalToAdminister(Organisation organisation, ActorId by) {
    Command probe = new Command.IssueToken(by, Role.VIEWER, new Scope.Everything());
    return refusal(Authority.judge(memory.world(organisation), by, probe));
  }

  private static Optional<Reason> refusal(Judgement judgement) {
    return judgement instanceof Judgement.Refused refused
        ? Optional.of(refused.because())
        : Optional.empty();
  }
}
