package dev.slipway.aggregation;

import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.layer.SettingValue.Time;
import dev.slipway.model.layer.SettingValue.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of a job; nobody but its application says anything of it. */
public final class JobValues {

  private JobValues() {}

  /** By name. */
  public static List<Resolved> of(JobDefinition job) {
    SortedMap<SettingName, SettingValue> values = new TreeMap<>();
    put(values, "command", Own.line(job.command().words()));
    put(values, "idempotent", Boolean.toString(job.command().idempotent()));
    put(values, "irreversible", Boolean.toString(job.irreversible()));
    job.service().ifPresent(service -> put(values, "service", service.value()));
    put(values, "version", job.version().text());
    put(values, "when", job.time().name().toLowerCase(Locale.ROOT));
    values.put(SettingName.TIMEOUT, new Time(job.timeouts().total()));
    values.put(SettingName.NO_OUTPUT_TIMEOUT, new Time(job.timeouts().noOutput()));
    job.variables()
        .forEach((name, text) -> values.put(SettingName.variable(name), new Wording(text)));
    job.secrets().ifPresent(secrets -> Own.secrets(secrets, values));
    return values.entrySet().stream()
        .map(value ->
            new Resolved(
                value.getKey(),
                new Word(value.getValue(), new Voice.Own(Optional.empty())),
                List.of(),
                List.of()))
        .toList();
  }

  private static void put(SortedMap<SettingName, SettingValue> values, String name, String text) {
    values.put(new SettingName(name), new Wording(text));
  }
}
