package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.Cargo;
import dev.slipway.wire.OnFailure;
import dev.slipway.wire.ShipRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway ship}. */
@Command(name = "ship", description = "Deliver several applications as one.")
final class Ship implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP",
      arity = "2..*",
      description = "Which; they start in the order of what they need of each other.")
  private List<String> applications = List.of();

  @Option(
      names = "--to",
      paramLabel = "ENV",
      split = ",",
      required = true,
      description =
          "Where, or to all of an environment group; of several, the next begins when all of it has"
              + " arrived in the first.")
  private List<String> to = List.of();

  @Option(
      names = {"--sha", "--ref"},
      paramLabel = "APP=COMMIT",
      description = "A branch, a tag or a commit. Default: the default branch.")
  private Map<String, String> revisions = new LinkedHashMap<>();

  @Option(
      names = "--on-failure",
      paramLabel = "halt|rollback",
      description = "Whether what has arrived goes back when another one fails. Default: halt.")
  private Optional<String> onFailure = Optional.empty();

  @Option(
      names = "--confirm",
      paramLabel = "ENV",
      split = ",",
      description = "Name an environment once more; needed where it is protected.")
  private List<String> confirm = List.of();

  @Option(names = "--wait", description = "Until all of it has arrived, or one of it has failed.")
  private boolean wait;

  @Mixin private Timeout timeout;

  private final Slipway slipway;

  Ship(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Optional<String> other =
        revisions.keySet().stream().filter(name -> !applications.contains(name)).findFirst();
    if (other.isPresent()) {
      throw Failure.because(
          Visible.of("%s is not among what is shipped.".formatted(other.orElseThrow())));
    }
    ShipRequest body =
        new ShipRequest(
            applications.stream()
                .map(name -> new Cargo(name, Optional.ofNullable(revisions.get(name))))
                .toList(),
            to,
            onFailure.map(Ship::policy),
            Optional.of(confirm).filter(names -> !names.isEmpty()));
    JsonNode carried = slipway.server().ask(Request.post(body, "sets"));
    Optional<String> set = Fields.found(carried, "set");
    if (!wait || set.isEmpty()) {
      return slipway.carried(carried, "Shipping");
    }
    slipway.remark(Visible.of("Shipping " + set.orElseThrow()));
    return ShipSets.follow(slipway, set.orElseThrow(), timeout);
  }

  private static OnFailure policy(String word) {
    return switch (word) {
      case "halt" -> OnFailure.HALT;
      case "rollback" -> OnFailure.ROLLBACK;
      default -> throw Failure.because("--on-failure is halt or rollback.");
    };
  }
}
