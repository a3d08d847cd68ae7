package dev.slipway.config.read;

import dev.slipway.config.schema.Formats;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.definition.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how a process serves: its instances, its strategy, its address and its limits. */
final class ServingReader {

  /** The keys that say so. */
  static final List<String> KEYS =
      List.of("replicas", "strategy", "port", "traffic", "verify", "limits");

  private static final int OK = 200;
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final int MEBIBYTES_PER_GIBIBYTE = 1024;

  private final Problems problems;
  private final Durations durations;
  private final StrategyReader strategies;

  ServingReader(Problems problems) {
    this.problems = problems;
    this.durations = new Durations(problems);
    this.strategies = new StrategyReader(problems);
  }

  /** A process that can be found healthy is replaced without a gap, unless told otherwise. */
  Serving serving(Node.Fields service) {
    StrategyDefinition standard = StrategyDefinition.standard(service.field("health").isPresent());
    boolean tcp = service.text("traffic").stream().anyMatch(text -> text.value().equals("tcp"));
    return new Serving(
        service.get("strategy").flatMap(strategies::read).orElse(standard),
        number(service, "replicas").orElse(1),
        tcp ? Serving.Traffic.TCP : Serving.Traffic.HTTP,
        number(service, "port"),
        verification(service, tcp));
  }

  private Optional<Verification> verification(Node.Fields service, boolean tcp) {
    service
        .field("verify")
        .filter(_ -> tcp)
        .ifPresent(field ->
            problems.add(
                field.place(),
                "key-not-here",
                "'verify' asks with HTTP, and the traffic of this service is tcp. Remove one."));
    List<Verification.Question> questions =
        service.items("verify").stream()
            .filter(Node.Fields.class::isInstance)
            .map(Node.Fields.class::cast)
            .flatMap(question -> question(question).stream())
            .toList();
    return Optional.of(questions).filter(all -> !all.isEmpty()).map(Verification::new);
  }

  private Optional<Verification.Question> question(Node.Fields question) {
    return question
        .text("http")
        .map(path ->
            new Verification.Question(
                path.value(),
                question
                    .text("expect")
                    .map(Node.Text::value)
                    .filter(Formats.STATUS::admits)
                    .map(Integer::valueOf)
                    .orElse(OK),
                question.text("contains").map(Node.Text::value),
                durations.read(question, "every", EVERY),
                durations.read(question, "for", TIME)));
  }

  Optional<Limits> limits(Node.Fields service) {
    return service
        .get("limits")
        .flatMap(node ->
            switch (node) {
              case Node.Fields limits ->
                  Optional.of(
                      new Limits(
                          limits.text("memory").flatMap(ServingReader::mebibytes),
                          number(limits, "open_files"),
                          number(limits, "processes")));
              case Node.Text _, Node.Items _, Node.Refused _ -> Optional.empty();
            });
  }

  /** Numbers whose format was refused are told already. */
  static Optional<Integer> number(Node.Fields fields, String key) {
    return fields
        .text(key)
        .map(Node.Text::value)
        .filter(Formats.COUNT::admits)
        .map(Integer::valueOf)
        .filter(number -> !key.equals("replicas") || number <= Serving.REPLICAS_MAX);
  }

  static Optional<Integer> mebibytes(Node.Text text) {
    if (!Formats.MEMORY.admits(text.value())) {
      return Optional.empty();
    }
    int end = text.value().length() - 1;
    int number = Integer.parseInt(text.value().substring(0, end));
    return Optional.of(text.value().endsWith("g") ? number * MEBIBYTES_PER_GIBIBYTE : number);
  }
}
