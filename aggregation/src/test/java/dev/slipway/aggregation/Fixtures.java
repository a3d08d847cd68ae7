package dev.slipway.aggregation;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.layer.Said;
import dev.slipway.model.layer.ServicePart;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shop, with a process and a command. */
final class Fixtures {

  static final EnvironmentName STAGING = new EnvironmentName("staging");
  static final EnvironmentName PRODUCTION = new EnvironmentName("production");
  static final Reach EVERYTHING = new Reach(List.of(), List.of(), List.of(), new TreeMap<>());
  static final ServiceName WEB = new ServiceName("web");
  static final ServiceName PUBLISH = new ServiceName("publish");

  private Fixtures() {}

  /** A process that leaves everything to others, but for what is named. */
  static ServiceDefinition web(Said... said) {
    return new ServiceDefinition(
            WEB,
            new Workload.Run(List.of(new Template("./bin/web"))),
            Optional.empty(),
            new TreeMap<>(Map.of("GREETING", "hello")),
            Timeouts.STANDARD,
            Optional.of(
                new Serving(
                    new StrategyDefinition.Recreate(), 2, Serving.Traffic.HTTP, Optional.empty())),
            Optional.empty())
        .saying(Arrays.asList(said));
  }

  static ServiceDefinition publish() {
    return new ServiceDefinition(
            PUBLISH,
            new Workload.Command(List.of(new Template("./publish")), false),
            Optional.empty(),
            new TreeMap<>(),
            Timeouts.STANDARD)
        .saying(List.of(new Said(new SettingName("command"), 9)));
  }

  static ApplicationDefinition shop(List<ServicePart> parts, ServiceDefinition... services) {
    return new ApplicationDefinition(
            new ApplicationName("shop"),
            Optional.empty(),
            List.of(services),
            List.of(STAGING, PRODUCTION),
            List.of(),
            Optional.empty())
        .saying(Optional.of(parts));
  }

  static Said said(SettingName name, int line) {
    return new Said(name, line);
  }

  static Setting replicas(int number, int line) {
    return new Setting(SettingName.REPLICAS, new SettingValue.Amount(number), line);
  }

  static Setting variable(String name, String text, int line) {
    return new Setting(SettingName.variable(name), new SettingValue.Wording(text), line);
  }

  static Setting timeout(Duration span, int line) {
    return new Setting(SettingName.TIMEOUT, new SettingValue.Time(span), line);
  }

  /** The same, with so many instances. */
  static ServiceDefinition withReplicas(ServiceDefinition service, int replicas) {
    Serving serving = service.serving().orElseThrow();
    return new ServiceDefinition(
        service.name(),
        service.workload(),
        service.health(),
        service.variables(),
        service.timeouts(),
        Optional.of(new Serving(serving.strategy(), replicas, serving.traffic(), serving.port())),
        service.limits(),
        service.after(),
        service.said(),
        service.secrets());
  }

  /** An overlay of an owner of its own, for everything. */
  static PinnedOverlay overlay(String name, List<Setting> set, List<Setting> require) {
    return overlay(name, EVERYTHING, set, require);
  }

  static PinnedOverlay overlay(String name, Reach reach, List<Setting> set, List<Setting> require) {
    return pinned(
        new OverlayDefinition(new OverlayName(name), owner(name), reach, set, require, List.of()));
  }

  static PinnedOverlay limiting(String name, Bound bound) {
    return pinned(
        new OverlayDefinition(
            new OverlayName(name), owner(name), EVERYTHING, List.of(), List.of(), List.of(bound)));
  }

  private static OwnerName owner(String overlay) {
    return new OwnerName("of-" + overlay);
  }

  private static PinnedOverlay pinned(OverlayDefinition definition) {
    return new PinnedOverlay(
        new Revision<>(definition, 1, new Origin.Implied()), List.of(STAGING, PRODUCTION));
  }

  /** One service's value. */
  static Resolved value(List<CompiledService> services, ServiceName service, SettingName name) {
    return services.stream()
        .filter(it -> it.definition().name().equals(service))
        .flatMap(it -> it.values().stream())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What a service comes to. */
  static ServiceDefinition service(List<CompiledService> services, ServiceName name) {
    return services.stream()
        .map(CompiledService::definition)
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
