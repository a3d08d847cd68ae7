package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Scalar;
import java.util.List;

/** The keys of what must hold in an environment before a delivery starts. */
final class GuardrailKeys {

  static final Shape APPROVAL =
      new Shape(
          "approval",
          "People have to approve a delivery before it starts.",
          List.of(
              new Key(
                  "of",
                  new Scalar(Formats.APPROVALS),
                  false,
                  "How many different people, from 1 to 20. 1 unless told otherwise.",
                  "2"),
              new Key(
                  "role",
                  new Choice(List.of("approver", "owner", "admin")),
                  false,
                  "The least role whose word counts. approver unless told otherwise.",
                  "owner"),
              new Key(
                  "self",
                  new Choice(List.of("refused", "allowed")),
                  false,
                  "Whether the word of an author of the change, or of whoever asked for it, counts."
                      + " refused unless told otherwise; where it is allowed, it is recorded.",
                  "allowed"),
              new Key(
                  "expires",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long an approval counts while the delivery has not started. 24h unless told"
                      + " otherwise.",
                  "8h")),
          List.of());

  static final Shape GUARDRAILS =
      new Shape(
          "guardrail list",
          "What must hold before a delivery starts there.",
          List.of(
              new Key(
                  "approval",
                  new Known(APPROVAL),
                  false,
                  "People who have to approve it.",
                  "{of: 2, role: owner}")),
          List.of());

  private GuardrailKeys() {}
}
