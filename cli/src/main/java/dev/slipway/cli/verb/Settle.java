package dev.slipway.cli.verb;

import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.SettleRequest;
import dev.slipway.wire.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway settle}. */
@Command(name = "settle", description = "Say what became of a command whose outcome is not known.")
final class Settle implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP/ENV#N",
      converter = Address.OfDelivery.class,
      description = "Such as shop/staging#3.")
  private Address.Delivery delivery;

  @ArgGroup(multiplicity = "1")
  private Finding finding;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "Where; needed when several wait for a word.")
  private Optional<String> target = Optional.empty();

  private final Slipway slipway;

  Settle(Slipway slipway) {
    this.slipway = slipway;
  }

  /** What a person found; exactly one of them. */
  private static final class Finding {
    @Option(names = "--succeeded", description = "It was done.")
    private boolean succeeded;

    @Option(names = "--failed", description = "It was not done, or went wrong.")
    private boolean failed;

    @Option(names = "--rerun", description = "Do it again.")
    private boolean rerun;

    Verdict verdict() {
      if (rerun) {
        return Verdict.RERUN;
      }
      return succeeded && !failed ? Verdict.SUCCEEDED : Verdict.FAILED;
    }
  }

  @Override
  public Integer call() {
    Server server = slipway.server();
    String member = target.orElseGet(() -> onlyUnknown(server));
    SettleRequest body = new SettleRequest(member, finding.verdict());
    return slipway.wish(
        Deliveries.settle(delivery, body), "Settled %s at %s".formatted(delivery, member));
  }

  private String onlyUnknown(Server server) {
    List<String> unknown =
        Fields.items(server.ask(Deliveries.request(delivery)), "members").stream()
            .filter(member -> "unknown".equals(Fields.text(member, "outcome")))
            .map(member -> Fields.text(member, "target"))
            .toList();
    if (unknown.isEmpty()) {
      throw Failure.because(
          "No target of %s waits for a word; 'slipway show %s' says how it stands."
              .formatted(delivery, delivery));
    }
    if (unknown.size() > 1) {
      throw Failure.because(
          "Several targets of %s wait for a word: %s. Say --target NAME."
              .formatted(delivery, Visible.of(String.join(", ", unknown))));
    }
    return unknown.getFirst();
  }
}
