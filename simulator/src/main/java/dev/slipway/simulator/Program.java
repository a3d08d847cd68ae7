package dev.slipway.simulator;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import java.util.List;

/**
 * An application of the town, with a repository of its own.
 *
 * @param index a part of its commits' ids, so that no two repositories hold the same commit
 */
public record Program(int index, ApplicationName name, RepositoryUrl url) {

  private static final List<String> NAMES = List.of("shop", "mail");

  /** Every fifth commit never becomes healthy. */
  private static final int BAD = 5;

  private static final int RADIX = 16;
  private static final int NUMBER_FROM = 24;

  static List<Program> first(int count) {
    return NAMES.subList(0, count).stream().map(Program::of).toList();
  }

  private static Program of(String name) {
    return new Program(
        NAMES.indexOf(name),
        new ApplicationName(name),
        new RepositoryUrl("https://git.example.org/team/" + name));
  }

  /** Its commit of a number; each follows all of lower numbers. */
  public Sha sha(int number) {
    return sha((long) number);
  }

  Sha sha(long number) {
    return new Sha("%08x%032x".formatted(index, number));
  }

  static long number(Sha sha) {
    return Long.parseLong(sha.value().substring(NUMBER_FROM), RADIX);
  }

  static boolean isBad(Sha sha) {
    return number(sha) % BAD == 0;
  }
}
