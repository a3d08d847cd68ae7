package dev.slipway.views.difference;

import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Verification;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.Release;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A service as fields, called and written as documents call and write them. What a variable holds
 * may be somebody's secret, so it is compared and never told; of a secret there is only where it is
 * found.
 */
final class ServiceFields {

  private final SortedMap<String, Field> fields = new TreeMap<>();

  private ServiceFields() {}

  static Map<String, Field> of(DesiredService service) {
    ServiceFields all = new ServiceFields();
    List<DesiredRelease> releases = service.releases();
    for (int i = 0; i < releases.size(); i++) {
      all.release(i == 0 ? "" : "releases.%d.".formatted(i + 1), releases.get(i), service);
    }
    return all.fields;
  }

  private void release(String before, DesiredRelease desired, DesiredService service) {
    Release release = desired.release();
    artifact(before, release.artifact());
    switch (release.workload()) {
      case Workload.Run run -> {
        put(before + "run", words(run.words()));
        put(before + "replicas", desired.replicas());
        if (before.isEmpty()) {
          serving(service.serving().orElse(Serving.PLAIN));
        }
      }
      case Workload.Command command -> {
        put(before + "command", words(command.words()));
        put(before + "idempotent", command.idempotent());
      }
      case Workload.External external -> {
        put(before + "external.fetch", words(external.fetch()));
        put(before + "external.apply", words(external.apply()));
      }
    }
    if (desired.part() != DesiredRelease.Part.ACTIVE) {
      put(before + "part", lower(desired.part()));
    }
    if (!before.isEmpty() || desired.weight() != 100) {
      put(before + "weight", desired.weight());
    }
    release
        .health()
        .ifPresent(health -> {
          put(before + "health.path", health.path());
          put(before + "health.within", Written.of(health.within()));
        });
    timeouts(before, release);
    release.limits().ifPresent(limits -> limits(before, limits));
    release
        .variables()
        .forEach((name, value) -> fields.put(before + "variables." + name, Field.secret(value)));
    release
        .secrets()
        .ifPresent(secrets ->
            secrets.forEach(
                (name, reference) -> put(before + "secrets." + name, reference.words())));
  }

  private void artifact(String before, Artifact artifact) {
    switch (artifact) {
      case Artifact.CommitArchive archive -> {
        put(before + "artifact", archive.digest());
        put(before + "repository", archive.repository());
      }
    }
  }

  private void serving(Serving serving) {
    StrategyFields.of(serving.strategy()).forEach(this::put);
    put("traffic", lower(serving.traffic()));
    serving.port().ifPresent(port -> put("port", port));
    serving.verification().ifPresent(this::verification);
  }

  private void verification(Verification verification) {
    int n = 0;
    for (Verification.Question question : verification.questions()) {
      n++;
      String before = "verify.%d.".formatted(n);
      put(before + "http", question.path());
      put(before + "expect", question.expect());
      question.contains().ifPresent(text -> put(before + "contains", text));
      put(before + "every", Written.of(question.every()));
      put(before + "for", Written.of(question.time()));
    }
  }

  private void timeouts(String before, Release release) {
    Timeouts timeouts = release.timeouts();
    put(before + "timeout", Written.of(timeouts.total()));
    if (release.workload() instanceof Workload.Command) {
      put(before + "no_output_timeout", Written.of(timeouts.noOutput()));
    }
  }

  private void limits(String before, Limits limits) {
    limits.memoryMebibytes().ifPresent(it -> put(before + "limits.memory", it + "m"));
    limits.openFiles().ifPresent(it -> put(before + "limits.open_files", it));
    limits.processes().ifPresent(it -> put(before + "limits.processes", it));
  }

  private void put(String name, Object value) {
    fields.put(name, Field.open(value.toString()));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** In words, each in quotes where it would not be read back as one. */
  private static String words(List<Template> words) {
    return words.stream()
        .map(Template::text)
        .map(ServiceFields::quoted)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[^\\s'\"\\\\]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
