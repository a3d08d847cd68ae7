package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Either;
import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Scalar;
import dev.slipway.config.schema.Type.Sequence;
import java.util.List;

/** The keys of who may write which documents. */
final class OwnerKeys {

  private static final Scalar NAME = new Scalar(Formats.NAME);
  private static final Scalar KEY = new Scalar(Formats.KEY_PATTERN);

  static final Shape RIGHT =
      new Shape(
          "right",
          "Documents of one kind that an owner may write.",
          List.of(
              new Key(
                  "write",
                  new Choice(List.of("overlay", "policy", "application")),
                  true,
                  "Of which kind.",
                  "overlay"),
              new Key(
                  "applications",
                  OverlayKeys.PATTERNS,
                  false,
                  "Of overlays and policies, the applications that they may be for; of applications,"
                      + " which. All unless told otherwise.",
                  "[shop, 'billing-*']"),
              new Key(
                  "environments",
                  OverlayKeys.PATTERNS,
                  false,
                  "The environments that overlays and policies may be for. All unless told otherwise.",
                  "production"),
              new Key(
                  "keys",
                  new Either(KEY, new Sequence(KEY, 50)),
                  false,
                  "The values that overlays may say something of. All unless told otherwise.",
                  "[replicas, 'limits.*']")),
          List.of());

  static final Shape OWNER =
      new Shape(
          "owner",
          "Whoever answers for documents, and which they may write. An admin applies it.",
          List.of(
              new Key("owner", NAME, true, "The owner's name.", "finance"),
              new Key(
                  "group",
                  NAME,
                  true,
                  "The group whose members may write, each with a token of their own.",
                  "finance-people"),
              new Key(
                  "may",
                  new Sequence(new Known(RIGHT), 20),
                  true,
                  "What they may write; at most 20 rights, each for itself.",
                  "[{write: overlay, keys: [replicas]}]")),
          List.of());

  private OwnerKeys() {}
}
