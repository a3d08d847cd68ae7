package dev.slipway.simulator;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Sha;
import dev.slipway.model.image.ImageSource;
import java.util.List;

/**
 * What an application says of itself, by the number of its commit. The first ones are plain; from
 * then on they differ in how a release follows another, in which service comes after which, and in
 * which other application they need.
 */
public final class Manifest {

  /** The type of announcements that ship. */
  public static final String BUILT = "org.example.built";

  private static final int PLAIN_UNTIL = 5;

  private static final List<String> STRATEGIES =
      List.of(
          "recreate",
          "{name: canary, steps: [{weight: 10, for: 20s}, {weight: 50, decision: {within: 90s,"
              + " otherwise: %s}}, {weight: 100}]}",
          "{name: blue-green, standby: true}",
          "rolling");

  private static final List<String> OTHERWISE = List.of("back", "halt");

  private Manifest() {}

  static String of(
      Program program,
      Sha sha,
      List<Program> programs,
      List<EnvironmentName> route,
      boolean followed) {
    long number = Program.number(sha);
    String id = sha.abbreviated() + "-" + sha.value().substring(32);
    return """
    application: %s
    %s
    services:
      web:
        run: ./bin/web %s%s
        timeout: 1m
        strategy: %s
        %s
    %s
      migrate:
        command: ./bin/migrate %s
        timeout: 1m
        %s
    %s
    %s
    route: %s
    on_failure: rollback
    triggers:
      - {on: push, branch: main}
      - {on: event, type: %s}
      %s
    """
        .formatted(
            program.name(),
            followed ? parameters(program) : "# follows nothing",
            id,
            followed ? " {params[image]}" : "",
            strategy(number),
            secrets(number, 2),
            follower(id, number),
            id,
            secrets(number, 3),
            jobs(number),
            needs(program, number, programs),
            route,
            BUILT,
            followed ? "- {on: image, parameter: image}" : "# no images");
  }

  private static String parameters(Program program) {
    ImageSource source = ImageHost.source(program);
    return "parameters: {image: {type: image, from: '%s', default: '%s'}}"
        .formatted(source, source.repository());
  }

  private static String strategy(long number) {
    return number <= PLAIN_UNTIL
        ? STRATEGIES.getFirst()
        : STRATEGIES
            .get((int) (number % STRATEGIES.size()))
            .formatted(OTHERWISE.get((int) (number / STRATEGIES.size() % OTHERWISE.size())));
  }

  /** What every other or every third commit needs of its target's owner. */
  private static String secrets(long number, int every) {
    return number > PLAIN_UNTIL && number % every == 0
        ? "secrets: {TOKEN: {variable: TOKEN}}"
        : "# no secrets";
  }

  /** A service that comes after the other one. */
  private static String follower(String id, long number) {
    return number > PLAIN_UNTIL && number % 3 > 0
        ? "  api: {run: ./bin/api %s, timeout: 1m, after: [web]}".formatted(id)
        : "# nothing after it";
  }

  /**
   * Every third commit has a smoke test and a migration, which several share, and some of which
   * cannot be taken back, or only as far as the delivery before.
   */
  private static String jobs(long number) {
    return number % 3 == 0
        ? "jobs: {schema: {command: ./bin/schema, version: s%d, irreversible: %s%s, timeout: 5m}, smoke: {command: ./bin/smoke, when: after, timeout: 5m}}"
            .formatted(
                number / 6, number % 6 == 0, number % 12 == 0 ? ", compatible: previous" : "")
        : "# no jobs";
  }

  /** The second application needs the first, whatever it is at, or at what it was at then. */
  private static String needs(Program program, long number, List<Program> programs) {
    Program first = programs.getFirst();
    if (program.equals(first) || number % 3 == 0) {
      return "# needs nothing";
    }
    return number % 3 == 1
        ? "needs: [{application: %s}]".formatted(first.name())
        : "needs: [{application: %s, at: %s}]".formatted(first.name(), first.sha(number));
  }
}
