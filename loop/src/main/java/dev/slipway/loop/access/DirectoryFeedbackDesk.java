package dev.slipway.loop.access;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Directory;
import dev.slipway.ledger.FeedbackBox.Kept;
import dev.slipway.loop.door.Administration.Made;
import dev.slipway.loop.door.FeedbackDesk;
import dev.slipway.loop.door.Memory;
import dev.slipway.model.ActorId;
import dev.slipway.model.ClientPage;
import dev.slipway.model.Feedback;
import dev.slipway.model.Organisation;
import dev.slipway.model.Scope;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Feedback in the directory. Whoever may read anything may say something; owners read it. */
public final class DirectoryFeedbackDesk implements FeedbackDesk {

  private static final int KEPT_MAX = 10_000;
  private static final int ID_LENGTH = 16;

  private final Directory directory;
  private final Memory memory;
  private final InstantSource clock;

  public DirectoryFeedbackDesk(Directory directory, Memory memory, InstantSource clock) {
    this.directory = directory;
    this.memory = memory;
    this.clock = clock;
  }

  @Override
  public Made<Feedback> take(
      Organisation organisation,
      ActorId by,
      String idempotencyKey,
      ClientPage page,
      String text,
      String version) {
    Feedback said = new Feedback(id(by, idempotencyKey), by, clock.instant(), page, text, version);
    return where(
        mayRead(memory.world(organisation), by),
        () -> new Made.Done<>(directory.feedback().keep(organisation, said, KEPT_MAX)));
  }

  @Override
  public Made<Listed> list(
      Organisation organisation, ActorId by, Optional<Long> before, int limit) {
    return where(
        owns(organisation, by),
        () -> {
          List<Kept> found = directory.feedback().newest(organisation, before, limit + 1);
          List<Kept> shown = found.subList(0, Math.min(limit, found.size()));
          return new Made.Done<>(
              new Listed(
                  shown.stream().map(Kept::feedback).toList(),
                  directory.feedback().count(organisation),
                  found.size() > limit ? Optional.of(shown.getLast().number()) : Optional.empty()));
        });
  }

  @Override
  public Made<String> remove(Organisation organisation, ActorId by, String id) {
    return where(
        owns(organisation, by),
        () ->
            directory.feedback().remove(organisation, id)
                ? new Made.Done<>(id)
                : new Made.Unknown<>());
  }

  /** One who may read a part only has an opinion of that part. */
  private static Judgement mayRead(World world, ActorId by) {
    return Authority.mayRead(
        world,
        by,
        world.actors().grant(by).map(grant -> grant.scope()).orElseGet(Scope.Everything::new));
  }

  private Judgement owns(Organisation organisation, ActorId by) {
    return Authority.mayDeclare(memory.world(organisation), by, new Scope.Everything());
  }

  private static <T> Made<T> where(Judgement judgement, Supplier<Made<T>> allowed) {
    return switch (judgement) {
      case Judgement.Allowed _ -> allowed.get();
      case Judgement.Refused refused -> new Made.Refused<>(refused.because());
    };
  }

  private static String id(ActorId by, String idempotencyKey) {
    String cause = "feedback\n" + by.value() + "\n" + idempotencyKey;
    return "f-" + DirectoryCredentials.digest(cause).hex().substring(0, ID_LENGTH);
  }
}
