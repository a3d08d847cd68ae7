package dev.slipway.rules;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that a line must not call or touch outside of some rooms.
 *
 * @param what matches {@code owner.member}, or {@code owner.member/parameters}, of a call, a
 *     construction or a field
 * @param allowedIn rooms, or classes by their full name, that are the right place for it
 * @param instead what to do
 */
record Ban(Pattern what, Set<String> allowedIn, String instead) {

  static final List<Ban> TABLE =
      List.of(
          ban(
              "java\\.time\\.(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now"
                  + "|java\\.time\\.Clock\\.system.*|java\\.time\\.InstantSource\\.system"
                  + "|java\\.lang\\.System\\.currentTimeMillis",
              "take an Instant or an InstantSource as an argument; app makes the real one",
              "app",
              "bench",
              "dev.slipway.cli.Main",
              "dev.slipway.forwarder.Main"),
          ban(
              "java\\.lang\\.System\\.nanoTime",
              "only an adapter measures how long the outside takes; elsewhere take an Instant",
              "app",
              "bench",
              "forwarder",
              "ledger-sql",
              "runtime",
              "runtime-process",
              "runtime-command",
              "runtime-external",
              "source-git"),
          ban(
              "java\\.lang\\.Thread\\.(sleep|<init>|ofVirtual|ofPlatform|startVirtualThread)"
                  + "|java\\.util\\.Timer\\.<init>|java\\.util\\.concurrent\\.Executors\\..*"
                  + "|java\\.util\\.concurrent\\.(ThreadPool|ForkJoinPool).*\\.<init>"
                  + "|java\\.util\\.concurrent\\.CompletableFuture\\.(run|supply)Async/1",
              "take an Executor or ask the Scheduler port; app makes the real threads",
              "app",
              "bench",
              "dev.slipway.cli.Main",
              // A program of its own, with threads of its own.
              "dev.slipway.forwarder.Main",
              "dev.slipway.forwarder.Forwarder",
              // SQLite wants one platform thread that writes.
              "dev.slipway.ledger.sql.Writer",
              // A child's two outputs have to be read at once.
              "dev.slipway.source.git.GitCommand"),
          ban(
              "java\\.util\\.UUID\\.randomUUID|java\\.lang\\.Math\\.random"
                  + "|java\\.util\\.Random\\.<init>|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"
                  + "|java\\.security\\.SecureRandom\\.<init>",
              "take a RandomGenerator (or SecureRandom for keys) as an argument; app makes it",
              "app",
              "bench",
              "simulator",
              "dev.slipway.cli.Main"),
          ban(
              "java\\.lang\\.Runtime\\.exec|java\\.lang\\.ProcessBuilder\\.(<init>|start)",
              "processes are a runtime's or git's; extend a runtime-* room",
              "app",
              "bench",
              "runtime",
              "runtime-process",
              "runtime-command",
              "runtime-external",
              "source-git"),
          ban(
              "java\\.io\\.Object(Input|Output)Stream\\..*|java\\.beans\\.XMLDecoder\\..*",
              "write bytes with codec (canonical JSON); Java's serialisation runs what it reads"),
          ban(
              "java\\.net\\.http\\..*",
              "use HttpURLConnection or a plain socket; java.net.http costs a third of a second"),
          ban(
              "org\\.snakeyaml\\..*|org\\.yaml\\..*",
              "give the bytes to config's Documents; it is the one reader of YAML, with limits",
              "config"),
          ban(
              "java\\.lang\\.System\\.(out|err)",
              "return the value, or log where a logger is; only programs speak to the terminal",
              "app",
              "cli",
              "bench",
              "dev.slipway.forwarder.Main",
              "simulator"));

  private static Ban ban(String what, String instead, String... allowedIn) {
    return new Ban(Pattern.compile(what), Set.of(allowedIn), instead);
  }

  static List<String> breaches(House house) {
    return house.classes().stream()
        .flatMap(one -> one.getAccessesFromSelf().stream())
        .flatMap(access -> TABLE.stream().map(ban -> ban.judge(house, access)))
        .filter(breach -> !breach.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private String judge(House house, JavaAccess<?> access) {
    String member = access.getTargetOwner().getName() + "." + access.getTarget().getName();
    String origin = access.getOriginOwner().getName().replaceFirst("\\$.*", "");
    String room = house.room(access.getOriginOwner().getName()).orElseThrow();
    boolean banned =
        what.matcher(member).matches()
            || what.matcher(member + "/" + parameters(access.getTarget())).matches();
    return !banned || allowedIn.contains(room) || allowedIn.contains(origin)
        ? ""
        : "%s in %s: %s %s".formatted(member, room, instead, access.getSourceCodeLocation());
  }

  private static int parameters(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget called ? called.getRawParameterTypes().size() : 0;
  }
}
