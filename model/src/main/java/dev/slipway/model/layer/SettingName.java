package dev.slipway.model.layer;

import dev.slipway.model.InvalidValue;
import java.util.regex.Pattern;

/**
 * The name of a value of a service, as it is reached in a document: {@code replicas}, {@code
 * limits.memory}, {@code variables.GREETING}.
 */
public record SettingName(String value) implements Comparable<SettingName> {

  // These come first, for the names below are checked by them.
  private static final String VARIABLE = "variables.";
  private static final String SECRET = "secrets.";
  private static final int LENGTH_MAX = 120;
  private static final Pattern FORM = Pattern.compile("[a-z_]+(?:\\.[A-Za-z_][A-Za-z0-9_]*)?");

  public static final SettingName REPLICAS = new SettingName("replicas");
  public static final SettingName STRATEGY = new SettingName("strategy");
  public static final SettingName HEALTH_PATH = new SettingName("health.path");
  public static final SettingName HEALTH_WITHIN = new SettingName("health.within");
  public static final SettingName MEMORY = new SettingName("limits.memory");
  public static final SettingName OPEN_FILES = new SettingName("limits.open_files");
  public static final SettingName PROCESSES = new SettingName("limits.processes");
  public static final SettingName TIMEOUT = new SettingName("timeout");
  public static final SettingName NO_OUTPUT_TIMEOUT = new SettingName("no_output_timeout");

  public SettingName {
    if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) {
      throw new InvalidValue("setting name", "is a key such as replicas or limits.memory");
    }
  }

  /** The environment variable of that name. */
  public static SettingName variable(String name) {
    return new SettingName(VARIABLE + name);
  }

  /** Whether it is an environment variable. */
  public boolean isVariable() {
    return value.startsWith(VARIABLE);
  }

  /** The secret that is given under that name. */
  public static SettingName secret(String name) {
    return new SettingName(SECRET + name);
  }

  /** Whether it is an environment variable whose value is a secret. */
  public boolean isSecret() {
    return value.startsWith(SECRET);
  }

  /** The name of the environment variable that it is; of anything else its last part. */
  public String last() {
    return value.substring(value.indexOf('.') + 1);
  }

  @Override
  public int compareTo(SettingName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
