package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Flag;
import dev.slipway.config.schema.Type.Named;
import dev.slipway.config.schema.Type.Scalar;
import java.util.List;

/** The keys of a job, and of what an application needs. */
final class JobKeys {

  static final Shape JOB =
      new Shape(
          "job",
          "A command that a delivery runs once, at one of its targets, such as a migration or a"
              + " smoke test.",
          List.of(
              new Key(
                  "command",
                  new Scalar(Formats.WORDS),
                  true,
                  "What is run, as words. Its exit code decides: 0 is success, and with anything"
                      + " else the rollout fails.",
                  "./migrate {sha}"),
              new Key(
                  "when",
                  new Choice(List.of("before", "after")),
                  false,
                  "before, while nothing of the delivery was ordered yet, or after, once every"
                      + " target holds it and before it is in force. before unless told otherwise.",
                  "after"),
              new Key(
                  "version",
                  new Scalar(Formats.JOB_VERSION),
                  false,
                  "Which effect it is: in each environment a version is run once, whatever delivery"
                      + " asks for it. {sha} unless told otherwise.",
                  "schema-42"),
              new Key(
                  "service",
                  new Scalar(Formats.NAME),
                  false,
                  "The service whose variables and secrets it has beside its own. It is run once"
                      + " for each content of that service then, a changed variable included.",
                  "web"),
              new Key(
                  "irreversible",
                  new Flag(),
                  false,
                  "Whether nothing from before it may come back once it succeeded. false unless"
                      + " told otherwise.",
                  "true"),
              new Key(
                  "compatible",
                  new Choice(List.of("previous")),
                  false,
                  "What may come back although it succeeded: previous, the delivery that was in"
                      + " force before, whose releases run with what it leaves. Nothing unless told"
                      + " otherwise. Only with irreversible.",
                  "previous"),
              new Key(
                  "idempotent",
                  new Flag(),
                  false,
                  "Whether it may be run again when nobody knows how it ended. false unless told"
                      + " otherwise; then a person settles it.",
                  "true"),
              new Key(
                  "variables",
                  new Named(Formats.VARIABLE, new Scalar(Formats.VALUE), 100),
                  false,
                  "Environment variables by name. Values are taken as they are; nothing is"
                      + " substituted in them.",
                  "{GREETING: hello}"),
              SecretKeys.SECRETS,
              new Key(
                  "timeout",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long it may take. 1h unless told otherwise.",
                  "10m"),
              new Key(
                  "no_output_timeout",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long it may write nothing before it is ended. 10m unless told otherwise.",
                  "5m")),
          List.of());

  static final Shape DEPENDENCY =
      new Shape(
          "dependency",
          "Another application that has to be in force in the same environment first.",
          List.of(
              new Key(
                  "application", new Scalar(Formats.NAME), true, "Which application.", "billing"),
              new Key(
                  "at",
                  new Scalar(Formats.DEPENDENCY),
                  false,
                  "At what: same, for the commit that is delivered; the tag or branch that it was"
                      + " delivered by; or at least the first 7 digits of its commit. At anything"
                      + " unless told otherwise.",
                  "v2.1")),
          List.of());

  private JobKeys() {}
}
