package dev.slipway.cli.verb;

import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.ScopeRef;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway unlock}. */
@Command(name = "unlock", description = "Release a lock; what waited for it goes on.")
final class Unlock implements Callable<Integer> {

  private static final String LOCK_ID = "l-[0-9a-f]{16}";

  @Parameters(
      paramLabel = "LOCK|APP/ENV",
      arity = "0..1",
      description = "Such as l-0123456789abcdef or shop/production.")
  private Optional<String> what = Optional.empty();

  @Mixin private ScopeChoice scope;

  private final Slipway slipway;

  Unlock(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Server server = slipway.server();
    String lock =
        what.filter(word -> word.matches(LOCK_ID)).orElseGet(() -> only(server, scope.of(what)));
    return slipway.wish(Request.delete("locks", lock), "Unlocked");
  }

  /** The one lock on exactly this scope; nobody's lock ends because another was meant. */
  private static String only(Server server, ScopeRef scope) {
    List<String> locks =
        Fields.items(server.list(Request.get("locks"), Slipway.WHOLE_LIST), "items").stream()
            .filter(lock -> Fields.found(lock, "scope.application").equals(scope.application()))
            .filter(lock -> Fields.found(lock, "scope.environment").equals(scope.environment()))
            .map(lock -> Fields.text(lock, "id"))
            .toList();
    if (locks.isEmpty()) {
      throw Failure.because("Nothing is locked just there; 'slipway locks' shows all locks.");
    }
    if (locks.size() > 1) {
      throw Failure.because(
          "There are several locks: %s. Say 'slipway unlock LOCK'."
              .formatted(Visible.of(String.join(", ", locks))));
    }
    return locks.getFirst();
  }
}
