package dev.slipway.loop.door;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import dev.slipway.model.OwnerName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.layer.OverlayDefinition;
import java.util.List;
import java.util.Optional;

/** Says of every value of a placement who set it, where, and against what. Thread-safe. */
public interface Origins {

  /**
   * All values of a placement, by their paths.
   *
   * @param delivery whose state it is; absent when it is what the documents come to now
   * @param policies those that there are now for any of its services
   */
  record Compiled(Optional<DeliveryId> delivery, List<Value> values, List<Bound> policies) {
    public Compiled {
      values = List.copyOf(values);
      policies = List.copyOf(policies);
    }
  }

  /**
   * A policy that what is told has to be as it says.
   *
   * @param title such as {@code policy/no-debug}
   * @param revision the number of its revision
   * @param refused why it is not; absent when it is
   */
  record Bound(String title, int revision, OwnerName owner, Optional<Reason> refused) {}

  /**
   * One value.
   *
   * @param path such as {@code services.web.replicas}
   * @param overrode what else was said, the strongest first
   * @param limits what it may be
   * @param change who may change it, and how
   */
  record Value(String path, Said said, List<Said> overrode, List<Limit> limits, String change) {
    public Value {
      limits = List.copyOf(limits);
      overrode = List.copyOf(overrode);
    }
  }

  /**
   * What a value may be, and who says so.
   *
   * @param allowed such as {@code 1 to 10}; never told of variables
   */
  record Limit(Optional<String> allowed, Source source) {}

  /**
   * Something that a document says of a value.
   *
   * @param value never told of variables, which may hold what nobody should see
   */
  record Said(Optional<String> value, Source source) {}

  /**
   * Where something is said.
   *
   * @param document such as {@code application/shop}; empty where nobody says anything
   * @param revision the number of an overlay's revision
   * @param origin where that revision of the document came from; absent where that was not written
   *     down
   * @param line in the document's file, from 1; absent where that was not written down
   * @param within the part of the document, such as {@code environments.production}
   * @param owner who answers for it
   */
  record Source(
      Kind kind,
      String document,
      Optional<Integer> revision,
      Optional<Origin> origin,
      Optional<Integer> line,
      Optional<String> within,
      String owner) {}

  /** With which force something is said, from the weakest to the strongest. */
  enum Kind {
    STANDARD,
    OVERLAY_DEFAULT,
    APPLICATION,
    ENVIRONMENT_PART,
    OVERLAY_REQUIREMENT
  }

  /** With which force an overlay says something. */
  enum Force {
    SET,
    REQUIRE,
    LIMIT
  }

  /** One thing that an overlay says, as it is written in documents. */
  record Line(Force force, String name, String text, int line) {}

  /** All that an overlay says. */
  List<Line> lines(OverlayDefinition overlay);

  /** What is in force, or what documents say where nothing is; absent where nothing can be. */
  Optional<Compiled> compiled(Organisation organisation, Placement placement);

  /** What the documents say now, delivered or not. */
  Optional<Compiled> documents(Organisation organisation, Placement placement);
}
