package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.DeployRequest;
import dev.slipway.wire.PreviewRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway deploy}. Killing it while it waits changes nothing: the delivery goes on. */
@Command(name = "deploy", description = "Deliver a commit of an application to one environment.")
final class Deploy implements Callable<Integer> {

  @Parameters(paramLabel = "APP", description = "Which application.")
  private String application;

  @Option(
      names = "--to",
      paramLabel = "ENV",
      description =
          "Where, or to all of an environment group; needed when the route has several"
              + " environments.")
  private Optional<String> to = Optional.empty();

  @ArgGroup private Revision revision = new Revision();

  @ArgGroup private Later later = new Later();

  @Option(names = "--force", description = "Pass guardrails that are not required.")
  private boolean force;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description =
          "For {params[NAME]} in commands; of a secret the name that it is sealed under, never its"
              + " value.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(names = "--wait", description = "Until it has arrived or failed.")
  private boolean wait;

  @Option(names = "--dry-run", description = "Only say what it would change.")
  private boolean dryRun;

  @Mixin private Confirm confirm;

  @Mixin private Timeout timeout;

  private final Slipway slipway;

  Deploy(Slipway slipway) {
    this.slipway = slipway;
  }

  /** When; at once unless told. */
  private static final class Later {
    @Option(
        names = "--at",
        paramLabel = "TIME",
        description = "Not before, such as 2026-12-01T09:00Z. The commit is the one of now.")
    private Optional<OffsetDateTime> at = Optional.empty();

    @Option(names = "--in", paramLabel = "TIME", description = "Not before, such as 2h from now.")
    private Optional<Duration> in = Optional.empty();

    Optional<Instant> from(Instant now) {
      return at.map(OffsetDateTime::toInstant).or(() -> in.map(now::plus));
    }
  }

  @Override
  public Integer call() {
    Server server = slipway.server();
    String environment = to.orElseGet(() -> onlyEnvironment(server));
    Address.Placement at = new Address.Placement(application, environment);
    if (dryRun) {
      return preview(server, at);
    }
    DeployRequest body =
        new DeployRequest(
            Optional.of(environment),
            revision.said(),
            Optional.of(force),
            Optional.of(parameters),
            confirm.of(slipway, server, at),
            later.from(slipway.now()));
    JsonNode carried = server.ask(Request.post(body, "applications", application, "deploy"));
    Optional<String> shipment = Fields.found(carried, "shipment");
    String done =
        "Deploying %s to %s%s"
            .formatted(application, environment, shipment.map(id -> " as " + id).orElse(""));
    if (!wait || shipment.isEmpty()) {
      return slipway.carried(carried, done);
    }
    slipway.remark(Visible.of(done));
    return slipway.follow(
        server, () -> Journey.to(server, shipment.get(), environment), timeout.length());
  }

  private int preview(Server server, Address.Placement at) {
    PreviewRequest asked =
        new PreviewRequest(
            revision.said(),
            Optional.empty(),
            Optional.of(at.environment()),
            Optional.of(parameters).filter(given -> !given.isEmpty()),
            Optional.of(true));
    JsonNode preview = server.ask(Request.post(asked, "applications", application, "preview"));
    return slipway.show(
        preview,
        () -> Outlooks.brought(application, preview, slipway.now(), slipway.colours()),
        Outlooks.exit(preview));
  }

  private String onlyEnvironment(Server server) {
    List<String> route =
        Fields.items(server.ask(Request.get("applications", application)), "route").stream()
            .map(JsonNode::asText)
            .toList();
    if (route.size() != 1) {
      throw Failure.because(
          "Where to? The route of %s has several environments: %s. Say --to ENV."
              .formatted(Visible.of(application), Visible.of(String.join(", ", route))));
    }
    return route.getFirst();
  }
}
