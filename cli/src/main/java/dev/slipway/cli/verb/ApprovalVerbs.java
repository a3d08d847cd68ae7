package dev.slipway.cli.verb;

import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.wire.ApproveRequest;
import dev.slipway.wire.RejectRequest;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway approve} and {@code slipway reject}. */
final class ApprovalVerbs {

  private ApprovalVerbs() {}

  /** What both take. */
  abstract static class Word implements Callable<Integer> {

    @Parameters(
        paramLabel = "APP/ENV[#N]",
        description = "The delivery; the waiting one unless told.")
    private String what;

    @Option(
        names = "--hash",
        paramLabel = "HASH",
        description = "What you looked at. Unless told, what is there now.")
    private Optional<String> hash = Optional.empty();

    final Slipway slipway;

    Word(Slipway slipway) {
      this.slipway = slipway;
    }

    abstract Request wish(Address.Delivery delivery, String seen);

    abstract String done();

    @Override
    public Integer call() {
      Server server = slipway.server();
      Address.Delivery delivery = Address.Delivery.parse(what, server);
      String seen = hash.orElseGet(() -> Deliveries.seen(server, slipway, delivery));
      return slipway.wish(wish(delivery, seen), "%s %s".formatted(done(), delivery));
    }
  }

  /** {@code slipway approve}. */
  @Command(name = "approve", description = "Approve a delivery that waits, exactly as it is.")
  static final class Approve extends Word {

    Approve(Slipway slipway) {
      super(slipway);
    }

    @Override
    Request wish(Address.Delivery delivery, String seen) {
      return Deliveries.wish(delivery, "approve", new ApproveRequest(seen));
    }

    @Override
    String done() {
      return "Approved";
    }
  }

  /** {@code slipway reject}. */
  @Command(name = "reject", description = "Reject a delivery before it starts.")
  static final class Reject extends Word {

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private Optional<String> reason = Optional.empty();

    Reject(Slipway slipway) {
      super(slipway);
    }

    @Override
    Request wish(Address.Delivery delivery, String seen) {
      return Deliveries.wish(delivery, "reject", new RejectRequest(seen, reason));
    }

    @Override
    String done() {
      return "Rejected";
    }
  }
}
