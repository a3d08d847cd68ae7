package dev.slipway.bench.inside;

import dev.slipway.engine.Cause;
import dev.slipway.engine.Decision;
import dev.slipway.engine.Engine;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.Position;
import dev.slipway.model.ServiceName;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.layer.Said;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A world of many applications, each of which goes through every environment, with overlays of
 * several owners. Immutable.
 */
public record ManyDocuments(World world) {

  public static final int APPLICATIONS = 1_000;
  public static final int ENVIRONMENTS = 10;

  private static final int OVERLAYS = 20;
  private static final int SERVICES = 3;
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Digest DIGEST = Digest.ofHex("ab".repeat(32));
  private static final Origin APPLIED = new Origin.Applied(ActorId.SLIPWAY, DIGEST);

  /** All of them declared, one after the other. */
  public static ManyDocuments declared() {
    World world = World.empty(Organisation.MAIN);
    List<Entry> entries =
        Stream.of(
                environments().map(it -> (Entry) new EnvironmentDeclared(declared(it), APPLIED)),
                applications()
                    .map(it ->
                        (Entry)
                            new ApplicationDefined(
                                application(it, 2), APPLIED, Optional.empty(), "")),
                IntStream.range(0, OVERLAYS)
                    .mapToObj(
                        n -> (Entry) new OverlayDeclared(new Revision<>(overlay(n), 1, APPLIED))))
            .flatMap(each -> each)
            .toList();
    for (Entry entry : entries) {
      world =
          world.with(
              new Recorded(
                  world.position().next(),
                  NOW,
                  StreamKey.of(Organisation.MAIN),
                  ActorId.SLIPWAY,
                  Optional.empty(),
                  entry));
    }
    return new ManyDocuments(world);
  }

  public static Stream<ApplicationName> applications() {
    return IntStream.range(0, APPLICATIONS)
        .mapToObj(n -> new ApplicationName("app-%03d".formatted(n)));
  }

  public static Stream<EnvironmentName> environments() {
    return IntStream.range(0, ENVIRONMENTS).mapToObj(n -> new EnvironmentName("env-" + n));
  }

  private static EnvironmentDefinition declared(EnvironmentName name) {
    return new EnvironmentDefinition(
        name,
        new TreeMap<>(Map.of("region", "eu")),
        false,
        Duration.ofMinutes(5),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ApplicationDefinition application(ApplicationName name, int replicas) {
    return new ApplicationDefinition(
        name,
        Optional.empty(),
        IntStream.range(0, SERVICES).mapToObj(n -> service("service-" + n, replicas)).toList(),
        environments().toList(),
        List.of(),
        Optional.empty());
  }

  private static ServiceDefinition service(String name, int replicas) {
    return new ServiceDefinition(
            new ServiceName(name),
            new Workload.Run(List.of(new Template("./bin/" + name))),
            Optional.empty(),
            new TreeMap<>(Map.of("GREETING", "hello", "LEVEL", "info")),
            Timeouts.STANDARD,
            Optional.of(
                new Serving(
                    new StrategyDefinition.Recreate(),
                    replicas,
                    Serving.Traffic.HTTP,
                    Optional.empty())),
            Optional.empty())
        .saying(List.of(new Said(SettingName.REPLICAS, 5)));
  }

  /** One that says something of its own to every service everywhere. */
  private static OverlayDefinition overlay(int number) {
    return new OverlayDefinition(
        new OverlayName("overlay-%02d".formatted(number)),
        new OwnerName("platform"),
        new Reach(List.of("app-*"), List.of(), List.of(), new TreeMap<>(Map.of("region", "eu"))),
        List.of(),
        List.of(
            new Setting(
                SettingName.variable("OVERLAY_" + number), new SettingValue.Wording("x"), 4)),
        List.of(
            new Bound.Range(
                SettingName.REPLICAS,
                Optional.of(new SettingValue.Amount(1)),
                Optional.of(new SettingValue.Amount(10)),
                6)));
  }

  /** What follows when one line of one application's document was changed. */
  public Decision changed(ApplicationName application, int replicas) {
    return decided(new Document.OfApplication(application(application, replicas), DIGEST));
  }

  private Decision decided(Document document) {
    Recorded received =
        new Recorded(
            new Position(world.position().value() + 1),
            NOW,
            StreamKey.of(Organisation.MAIN, SourceName.COMMANDS),
            ActorId.SLIPWAY,
            Optional.empty(),
            new CommandReceived(ActorId.SLIPWAY, "changed", new Command.Apply(List.of(document))));
    return Engine.decide(world, new Cause.Appended(received, List.of()), NOW);
  }
}
