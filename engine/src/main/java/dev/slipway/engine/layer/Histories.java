package dev.slipway.engine.layer;

import dev.slipway.engine.fold.Declared;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Revision;
import java.util.Optional;

/** What owners' documents said, and what they say next, whichever kind they are of. */
public final class Histories {

  private Histories() {}

  /** What is said now under the name of a document. */
  public static Optional<Revision<? extends Owned>> current(Declared declared, Owned document) {
    return switch (document) {
      case OverlayDefinition it -> declared.overlay(it.name()).map(Revisions::current);
      case PolicyDefinition it -> declared.policy(it.name()).map(Revisions::current);
    };
  }

  /** Why there is no room for another document of its kind; empty when there is. */
  public static Optional<Reason> full(Declared declared, Owned document) {
    return switch (document) {
      case OverlayDefinition _ ->
          full("overlays", declared.overlays().size(), OverlayDefinition.OVERLAYS_MAX);
      case PolicyDefinition _ ->
          full("policies", declared.policies().size(), PolicyDefinition.POLICIES_MAX);
    };
  }

  private static Optional<Reason> full(String kind, int all, int most) {
    return all < most
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "too-many-" + kind, "There are %d %s; no more are kept.".formatted(all, kind)));
  }

  /** That a document says this from now on. */
  public static Entry declared(
      Owned document, int number, Origin origin, Optional<Integer> restores) {
    return switch (document) {
      case OverlayDefinition it ->
          new OverlayDeclared(new Revision<>(it, number, origin, restores));
      case PolicyDefinition it -> new PolicyDeclared(new Revision<>(it, number, origin, restores));
    };
  }

  /** A revision as the document that it was. */
  public static Document written(Revision<? extends Owned> revision) {
    Digest digest =
        switch (revision.origin()) {
          case Origin.Applied applied -> applied.document();
          case Origin.Commit _, Origin.Implied _ ->
              throw new IllegalStateException("Owners' documents are applied");
        };
    return switch (revision.definition()) {
      case OverlayDefinition it -> new Document.OfOverlay(it, digest);
      case PolicyDefinition it -> new Document.OfPolicy(it, digest);
    };
  }
}
