package dev.slipway.loop.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Applications and overlays that were drawn; the same seed draws the same. */
final class DocumentSets {

  private static final List<String> ENVIRONMENTS = List.of("dev", "staging", "production");
  private static final List<String> SERVICES = List.of("api", "db", "web", "worker");
  private static final List<String> VARIABLES = List.of("COST", "LEVEL", "REGION", "TLS");
  private static final List<String> WORDS = List.of("eu", "on", "off", "İstanbul", "ß", "1.10");
  private static final List<String> STRATEGIES =
      List.of("recreate", "rolling", "blue-green", "highlander", "in-place");
  private static final int OVERLAYS_MAX = 6;

  private final SplittableRandom random;

  private DocumentSets(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The documents of one set; an application, and overlays. */
  static List<String> of(long seed) {
    DocumentSets draw = new DocumentSets(seed);
    List<String> documents = new ArrayList<>();
    documents.add(draw.application());
    int overlays = draw.random.nextInt(OVERLAYS_MAX + 1);
    for (int i = 0; i < overlays; i++) {
      documents.add(draw.overlay(i));
    }
    return documents;
  }

  private String application() {
    List<String> services = some(SERVICES);
    String declared =
        services.stream()
            .map(service -> "  %s: {run: ./%s%s}".formatted(service, service, more(values())))
            .collect(Collectors.joining("\n"));
    String parts =
        some(ENVIRONMENTS).stream()
            .map(environment ->
                "  %s: {services: {%s: {%s}}}"
                    .formatted(environment, one(services), String.join(", ", values())))
            .collect(Collectors.joining("\n"));
    return """
    application: shop
    services:
    %s
    route: [%s]
    environments:
    %s
    """
        .formatted(declared, String.join(", ", ENVIRONMENTS), parts);
  }

  private String overlay(int number) {
    StringBuilder document =
        new StringBuilder("overlay: o" + number + "\nowner: " + one(SERVICES) + "\n");
    if (random.nextBoolean()) {
      document.append(
          "for: {environments: [%s], services: '%s'}\n"
              .formatted(String.join(", ", some(ENVIRONMENTS)), one(List.of("*", "w*", "db"))));
    }
    String force = one(List.of("set", "require", "limit"));
    return document
        .append(
            force.equals("limit")
                ? "limit: {replicas: {max: "
                    + (1 + random.nextInt(5))
                    + "}, variables: {LEVEL: [eu, on, off]}}\n"
                : "%s: {%s}\n".formatted(force, String.join(", ", values())))
        .toString();
  }

  /** At least one. */
  private List<String> values() {
    List<String> values = new ArrayList<>();
    maybe(values, "replicas: " + (1 + random.nextInt(4)));
    maybe(values, "strategy: " + one(STRATEGIES));
    maybe(values, "health: /" + one(SERVICES));
    maybe(values, "timeout: " + (1 + random.nextInt(90)) + "s");
    maybe(values, "limits: {memory: " + (1 + random.nextInt(4096)) + "m}");
    maybe(
        values,
        "variables: {%s}"
            .formatted(
                some(VARIABLES).stream()
                    .map(name -> "%s: '%s'".formatted(name, one(WORDS)))
                    .collect(Collectors.joining(", "))));
    return values.isEmpty() ? List.of("replicas: 2") : values;
  }

  private void maybe(List<String> values, String value) {
    if (random.nextInt(3) == 0) {
      values.add(value);
    }
  }

  private static String more(List<String> values) {
    return ", " + String.join(", ", values);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** At least one, in their order. */
  private List<String> some(List<String> all) {
    String sure = one(all);
    return all.stream().filter(it -> it.equals(sure) || random.nextBoolean()).toList();
  }
}
