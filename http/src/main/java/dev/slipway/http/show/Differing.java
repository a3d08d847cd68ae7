package dev.slipway.http.show;

import dev.slipway.loop.door.Commits.Meant;
import dev.slipway.loop.door.Commits.Told;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.state.Delivery;
import dev.slipway.views.difference.FieldDifference;
import dev.slipway.views.difference.ServiceDifference;
import dev.slipway.views.difference.StateDifference;
import dev.slipway.wire.Commit;
import dev.slipway.wire.CommitList;
import dev.slipway.wire.Compared;
import dev.slipway.wire.DeployPreview;
import dev.slipway.wire.Difference;
import dev.slipway.wire.Differs;
import dev.slipway.wire.Meaning;
import dev.slipway.wire.PullRequest;
import java.util.List;
import java.util.Optional;

/** What two deliveries have not in common, and what one more would bring. */
public final class Differing {

  private Differing() {}

  public static Difference of(Optional<Delivery> from, Delivery to, Told brings, Told takesBack) {
    return new Difference(
        from.map(Differing::compared),
        compared(to),
        StateDifference.between(from.map(Delivery::state), to.state()).stream()
            .map(Differing::service)
            .toList(),
        commits(brings),
        commits(takesBack));
  }

  /** What a commit would bring to what is in force. */
  public static DeployPreview of(
      Optional<Delivery> from, Meant.Known to, Told brings, Told takesBack) {
    return new DeployPreview(
        from.map(Differing::compared),
        Optional.of(new Meaning(to.sha().value(), to.ref().map(it -> it.value()))),
        Optional.empty(),
        commits(brings),
        commits(takesBack));
  }

  /** Why it cannot be said what would be deployed. */
  public static DeployPreview unknown(Optional<Delivery> from, Reason because) {
    CommitList none = new CommitList(List.of(), 0, true, Optional.empty());
    return new DeployPreview(
        from.map(Differing::compared),
        Optional.empty(),
        Optional.of(Shown.reason(because)),
        none,
        none);
  }

  static Compared compared(Delivery delivery) {
    return new Compared(
        delivery.id().number(),
        delivery.change().sha().value(),
        delivery.change().ref().map(it -> it.value()),
        delivery.hash().value());
  }

  static dev.slipway.wire.ServiceDifference service(ServiceDifference service) {
    return new dev.slipway.wire.ServiceDifference(
        service.service().value(),
        Differs.valueOf(service.how().name()),
        service.fields().stream().map(Differing::field).toList());
  }

  private static dev.slipway.wire.FieldDifference field(FieldDifference field) {
    return new dev.slipway.wire.FieldDifference(
        field.field(), Differs.valueOf(field.how().name()), field.from(), field.to());
  }

  static CommitList commits(Told told) {
    return switch (told) {
      case Told.Known(CommitLog log) ->
          new CommitList(
              log.newest().stream().map(Differing::commit).toList(),
              log.total(),
              log.whole(),
              Optional.empty());
      case Told.Unknown(var because) ->
          new CommitList(List.of(), 0, false, Optional.of(Shown.reason(because)));
    };
  }

  private static Commit commit(dev.slipway.model.need.Commit commit) {
    return new Commit(
        commit.sha().value(),
        commit.subject(),
        commit.author(),
        commit.at(),
        commit.undoneBy().map(Sha::value),
        commit.pullRequest().map(one -> new PullRequest(one.number(), one.page())));
  }
}
