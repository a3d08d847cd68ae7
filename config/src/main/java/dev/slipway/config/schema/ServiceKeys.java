package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Scalar;
import java.util.List;

/** The keys of what a service holds in mappings of its own. */
final class ServiceKeys {

  static final Shape HEALTH =
      new Shape(
          "health check",
          "How a process is found healthy: an HTTP GET on its port that answers 2xx or 3xx.",
          List.of(
              new Key(
                  "path",
                  new Scalar(Formats.HEALTH_PATH),
                  true,
                  "The path that is asked for, with its leading slash.",
                  "/healthz"),
              new Key(
                  "within",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long after its start the process may take to answer well. 30s unless told"
                      + " otherwise.",
                  "1m")),
          List.of());

  static final Shape LIMITS =
      new Shape(
          "mapping of limits",
          "What each process of a service may use at most; its children have the same limits.",
          List.of(
              new Key(
                  "memory",
                  new Scalar(Formats.MEMORY),
                  false,
                  "Address space, not resident memory: a request for more fails. Runtimes that"
                      + " reserve much, such as Java and Go, need a multiple of what they use.",
                  "512m"),
              new Key(
                  "open_files",
                  new Scalar(Formats.COUNT),
                  false,
                  "Files and connections that are open at a time.",
                  "1024"),
              new Key(
                  "processes",
                  new Scalar(Formats.COUNT),
                  false,
                  "Processes and threads at a time of the user that it runs as, all services"
                      + " together. Root is not bound by it.",
                  "200")),
          List.of());

  static final Shape EXTERNAL =
      new Shape(
          "pair of programs",
          "Two programs that look at something and change it.",
          List.of(
              new Key(
                  "fetch",
                  new Scalar(Formats.WORDS),
                  true,
                  "Says with its exit code whether all is as it should be (0) or there is work to"
                      + " do (2), and changes nothing. Any other code is a failure, and it is"
                      + " tried again.",
                  "./fetch {environment}"),
              new Key(
                  "apply",
                  new Scalar(Formats.WORDS),
                  true,
                  "Makes it as it should be; or takes it away, when SLIPWAY_WANTED is gone. It may"
                      + " be run again at any time.",
                  "./apply {environment} {sha}")),
          List.of());

  static final Shape QUESTION =
      new Shape(
          "question",
          "What a service is asked by its own address once a release has all of its traffic.",
          List.of(
              new Key(
                  "http",
                  new Scalar(Formats.HEALTH_PATH),
                  true,
                  "The path that is asked for with GET, with its leading slash.",
                  "/ready"),
              new Key(
                  "expect",
                  new Scalar(Formats.STATUS),
                  false,
                  "The status that every answer has to have. 200 unless told otherwise; redirects"
                      + " are not followed.",
                  "204"),
              new Key(
                  "contains",
                  new Scalar(Formats.VALUE),
                  false,
                  "A text that every answer has to contain.",
                  "ok"),
              new Key(
                  "every",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long after a question it is asked again. 2s unless told otherwise.",
                  "5s"),
              new Key(
                  "for",
                  new Scalar(Formats.DURATION),
                  false,
                  "For how long it is asked; once at least. 10s unless told otherwise.",
                  "30s")),
          List.of());

  private ServiceKeys() {}
}
