package dev.slipway.ledger.contract;

import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Small entries and batches. */
public final class Drafts {

  private Drafts() {}

  public static StreamKey stream(String application) {
    return StreamKey.of(Organisation.MAIN, new ApplicationName(application));
  }

  /** An entry in an application's stream. */
  public static Draft draft(String application) {
    return new Draft(
        stream(application),
        ActorId.SLIPWAY,
        Optional.empty(),
        new ApplicationRemoved(new ApplicationName(application)));
  }

  public static Batch batch(String... applications) {
    List<Draft> drafts = Stream.of(applications).map(Drafts::draft).toList();
    return new Batch(drafts, Guards.NONE, Optional.empty());
  }

  public static Batch guarded(String application, long version) {
    return new Batch(
        List.of(draft(application)),
        new Guards(Map.of(stream(application), new Position(version))),
        Optional.empty());
  }

  public static Batch directlyAfter(long last, String... applications) {
    return new Batch(
        batch(applications).drafts(), Guards.directlyAfter(new Position(last)), Optional.empty());
  }

  public static Batch keyed(String application, String key) {
    return new Batch(List.of(draft(application)), Guards.NONE, Optional.of(key));
  }
}
