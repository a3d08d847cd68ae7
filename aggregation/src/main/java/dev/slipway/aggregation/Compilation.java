package dev.slipway.aggregation;

import static java.util.stream.Collectors.toMap;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.layer.Said;
import dev.slipway.model.layer.ServicePart;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Makes the services of an application in one environment out of all that is said about them. From
 * the weakest word to the strongest:
 *
 * <pre>
 *   Slipway's own          where nobody says anything
 *   set of an overlay      for whoever says nothing
 *   the application        what its document says of the service
 *   … for an environment   what its document says of the service there
 *   require of an overlay  what has to be
 * </pre>
 *
 * The same documents give the same services, in whatever order they come.
 */
public final class Compilation {

  private Compilation() {}

  /**
   * The application there.
   *
   * @param pinned overlays, those for other environments included
   */
  public static Compiled of(
      ApplicationDefinition application, EnvironmentName environment, List<PinnedOverlay> pinned) {
    List<PinnedOverlay> overlays =
        pinned.stream()
            .filter(overlay -> overlay.environments().contains(environment))
            .sorted(Comparator.comparing(overlay -> overlay.revision().definition().name()))
            .toList();
    List<CompiledService> services = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    application.services().stream()
        .sorted(Comparator.comparing(ServiceDefinition::name))
        .forEach(service -> {
          List<PinnedOverlay> reaching = reaching(overlays, service.name());
          SortedMap<SettingName, List<Word>> words =
              words(application, service, environment, reaching);
          List<Binding> bounds = Bounds.of(service, reaching);
          services.add(service(service, words, bounds));
          conflicts.addAll(Conflicts.of(service, words, bounds));
        });
    return new Compiled(services, conflicts);
  }

  private static List<PinnedOverlay> reaching(List<PinnedOverlay> overlays, ServiceName service) {
    return overlays.stream()
        .filter(overlay -> Reaches.reaches(overlay.revision().definition().reach(), service))
        .toList();
  }

  /** All that is said of a service, the weakest word of each name first. */
  private static SortedMap<SettingName, List<Word>> words(
      ApplicationDefinition application,
      ServiceDefinition service,
      EnvironmentName environment,
      List<PinnedOverlay> overlays) {
    SortedMap<SettingName, List<Word>> words = new TreeMap<>();
    for (PinnedOverlay overlay : overlays) {
      Revision<OverlayDefinition> by = overlay.revision();
      take(words, service, by.definition().set(), line -> new Voice.Default(by, line));
    }
    own(service, words);
    part(application, service.name(), environment)
        .ifPresent(part ->
            take(
                words,
                service,
                part.settings(),
                line -> new Voice.OwnPart(part.environment(), line)));
    for (PinnedOverlay overlay : overlays) {
      Revision<OverlayDefinition> by = overlay.revision();
      take(words, service, by.definition().require(), line -> new Voice.Requirement(by, line));
    }
    standards(words);
    return words;
  }

  private static void take(
      SortedMap<SettingName, List<Word>> words,
      ServiceDefinition service,
      List<Setting> settings,
      IntFunction<Voice> voice) {
    for (Setting setting : settings) {
      if (Fitting.fits(setting.name(), service.workload())) {
        words
            .computeIfAbsent(setting.name(), _ -> new ArrayList<>())
            .add(new Word(setting.value(), voice.apply(setting.line())));
      }
    }
  }

  /** What the document does not say itself stands in its definition as Slipway's own word. */
  private static void own(ServiceDefinition service, SortedMap<SettingName, List<Word>> words) {
    Optional<Map<SettingName, Integer>> lines =
        service.said().map(all -> all.stream().collect(toMap(Said::name, Said::line)));
    Own.values(service)
        .forEach((name, value) -> {
          Optional<Integer> line = lines.map(known -> known.get(name));
          List<Word> said = words.computeIfAbsent(name, _ -> new ArrayList<>());
          if (lines.isEmpty() || line.isPresent()) {
            said.add(new Word(value, new Voice.Own(line)));
          } else {
            said.addFirst(new Word(value, new Voice.Standard()));
          }
        });
  }

  /** What is said of it there, under the environment's name or its group's. */
  private static Optional<ServicePart> part(
      ApplicationDefinition application, ServiceName service, EnvironmentName environment) {
    return application.parts().stream()
        .flatMap(List::stream)
        .filter(part -> part.service().equals(service))
        .filter(part -> application.speaks(part.environment(), environment))
        .findFirst();
  }

  /** Slipway's own words where they follow from what others say. */
  private static void standards(SortedMap<SettingName, List<Word>> words) {
    boolean healthy = words.containsKey(SettingName.HEALTH_PATH);
    if (healthy) {
      words.computeIfAbsent(
          SettingName.HEALTH_WITHIN,
          _ -> List.of(new Word(new SettingValue.Time(HealthCheck.WITHIN), new Voice.Standard())));
    } else {
      words.remove(SettingName.HEALTH_WITHIN);
    }
    words.computeIfPresent(
        SettingName.STRATEGY,
        (_, said) ->
            said.getLast().voice() instanceof Voice.Standard
                ? List.of(
                    new Word(
                        new SettingValue.Way(StrategyDefinition.standard(healthy)),
                        new Voice.Standard()))
                : said);
  }

  private static CompiledService service(
      ServiceDefinition service, SortedMap<SettingName, List<Word>> words, List<Binding> bindings) {
    List<Resolved> values = new ArrayList<>();
    SortedMap<SettingName, SettingValue> chosen = new TreeMap<>();
    words.forEach((name, said) -> {
      values.add(resolved(name, said, bindings));
      chosen.put(name, said.getLast().value());
    });
    return new CompiledService(Fitting.into(service, chosen), values);
  }

  private static Resolved resolved(SettingName name, List<Word> said, List<Binding> bindings) {
    List<Word> others =
        said.subList(0, said.size() - 1).reversed().stream()
            .filter(word -> !(word.voice() instanceof Voice.Standard))
            .toList();
    return new Resolved(
        name,
        said.getLast(),
        others,
        bindings.stream().filter(binding -> binding.bound().name().equals(name)).toList());
  }
}
