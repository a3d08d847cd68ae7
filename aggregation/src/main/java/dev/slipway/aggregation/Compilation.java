package dev.slipway.aggregation;

import static java.util.stream.Collectors.toMap;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.StrategyDefinition;
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

/**
 * Makes the services of an application in one environment out of all that is said about them. From
 * the weakest word to the strongest:
 *
 * <pre>
 *   Slipway's own          where nobody says anything
 *   the application        what its document says of the service
 *   … for an environment   what its document says of the service there
 * </pre>
 *
 * The same documents give the same services, in whatever order they come.
 */
public final class Compilation {

  private Compilation() {}

  /** The services in the order of their names. */
  public static List<CompiledService> of(
      ApplicationDefinition application, EnvironmentName environment) {
    return application.services().stream()
        .sorted(Comparator.comparing(ServiceDefinition::name))
        .map(service -> service(service, words(application, service, environment)))
        .toList();
  }

  /** All that is said of a service, the weakest word of each name first. */
  private static SortedMap<SettingName, List<Word>> words(
      ApplicationDefinition application, ServiceDefinition service, EnvironmentName environment) {
    SortedMap<SettingName, List<Word>> words = new TreeMap<>();
    own(service, words);
    for (Setting setting : part(application, service.name(), environment)) {
      if (Fitting.fits(setting.name(), service.workload())) {
        add(
            words,
            setting.name(),
            new Word(setting.value(), new Voice.OwnPart(environment, setting.line())));
      }
    }
    return words;
  }

  /** What the document does not say itself stands in its definition as Slipway's own word. */
  private static void own(ServiceDefinition service, SortedMap<SettingName, List<Word>> words) {
    Optional<Map<SettingName, Integer>> lines =
        service.said().map(all -> all.stream().collect(toMap(Said::name, Said::line)));
    Own.values(service)
        .forEach((name, value) -> {
          Optional<Integer> line = lines.map(known -> known.get(name));
          boolean said = lines.isEmpty() || line.isPresent();
          add(words, name, new Word(value, said ? new Voice.Own(line) : new Voice.Standard()));
        });
  }

  private static List<Setting> part(
      ApplicationDefinition application, ServiceName service, EnvironmentName environment) {
    return application.parts().stream()
        .flatMap(List::stream)
        .filter(part -> part.environment().equals(environment) && part.service().equals(service))
        .findFirst()
        .map(ServicePart::settings)
        .orElseGet(List::of);
  }

  private static void add(SortedMap<SettingName, List<Word>> words, SettingName name, Word word) {
    words.computeIfAbsent(name, _ -> new ArrayList<>()).add(word);
  }

  private static CompiledService service(
      ServiceDefinition service, SortedMap<SettingName, List<Word>> words) {
    standards(words);
    List<Resolved> values = new ArrayList<>();
    SortedMap<SettingName, SettingValue> chosen = new TreeMap<>();
    words.forEach((name, said) -> {
      Resolved resolved = resolved(name, said);
      values.add(resolved);
      chosen.put(name, resolved.word().value());
    });
    return new CompiledService(Fitting.into(service, chosen), values);
  }

  /** Slipway's own words where they follow from what others say. */
  private static void standards(SortedMap<SettingName, List<Word>> words) {
    boolean healthy = words.containsKey(SettingName.HEALTH_PATH);
    if (healthy) {
      words.computeIfAbsent(
          SettingName.HEALTH_WITHIN,
          _ -> List.of(new Word(new SettingValue.Time(HealthCheck.WITHIN), new Voice.Standard())));
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

  private static Resolved resolved(SettingName name, List<Word> said) {
    List<Word> others =
        said.subList(0, said.size() - 1).reversed().stream()
            .filter(word -> !(word.voice() instanceof Voice.Standard))
            .toList();
    return new Resolved(name, said.getLast(), others);
  }
}
