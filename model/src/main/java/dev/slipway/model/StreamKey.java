package dev.slipway.model;

/**
 * Names one stream of the ledger. Versions of <em>control</em> streams guard decisions; intake and
 * refusals never do. Reports guard only what is concluded from their absence, so that ten thousand
 * of them conflict with nobody.
 *
 * @param name what is within the organisation, parts joined by {@code /}; empty for the
 *     organisation itself
 */
public record StreamKey(Organisation organisation, Kind kind, String name)
    implements Comparable<StreamKey> {

  /** What the versions of a stream guard. */
  private enum Guards {
    WHOEVER_READS_IT,
    WHOEVER_CONCLUDES_FROM_SILENCE,
    NOBODY
  }

  /** The kinds of stream. */
  public enum Kind {
    ORGANISATION(Guards.WHOEVER_READS_IT),
    ENVIRONMENT(Guards.WHOEVER_READS_IT),
    APPLICATION(Guards.WHOEVER_READS_IT),
    PLACEMENT(Guards.WHOEVER_READS_IT),
    SOURCE(Guards.NOBODY),
    TARGET(Guards.WHOEVER_CONCLUDES_FROM_SILENCE),
    REFUSALS(Guards.NOBODY);

    private final Guards guards;

    Kind(Guards guards) {
      this.guards = guards;
    }

    /** Whether its version guards every decision that reads or writes it. */
    public boolean isControl() {
      return guards == Guards.WHOEVER_READS_IT;
    }

    /** Whether its version guards any decision. */
    public boolean isGuarding() {
      return guards != Guards.NOBODY;
    }
  }

  public static StreamKey of(Organisation organisation) {
    return new StreamKey(organisation, Kind.ORGANISATION, "");
  }

  public static StreamKey of(Organisation organisation, EnvironmentName environment) {
    return new StreamKey(organisation, Kind.ENVIRONMENT, environment.value());
  }

  public static StreamKey of(Organisation organisation, ApplicationName application) {
    return new StreamKey(organisation, Kind.APPLICATION, application.value());
  }

  public static StreamKey of(Organisation organisation, Placement placement) {
    return new StreamKey(organisation, Kind.PLACEMENT, placement.toString());
  }

  /** Where what concerns a whole scope is written. */
  public static StreamKey of(Organisation organisation, Scope scope) {
    return switch (scope) {
      case Scope.Everything _ -> of(organisation);
      case Scope.OfEnvironment of -> of(organisation, of.environment());
      case Scope.OfApplication of -> of(organisation, of.application());
      case Scope.OfPlacement of -> of(organisation, of.placement());
    };
  }

  public static StreamKey of(Organisation organisation, SourceName source) {
    return new StreamKey(organisation, Kind.SOURCE, source.value());
  }

  public static StreamKey of(Organisation organisation, TargetId target) {
    return new StreamKey(organisation, Kind.TARGET, target.toString());
  }

  /** Where what {@code actor} was refused is written. */
  public static StreamKey refusalsOf(Organisation organisation, ActorId actor) {
    return new StreamKey(organisation, Kind.REFUSALS, actor.value());
  }

  /** Reads what {@link #toString()} wrote. */
  public static StreamKey parse(String text) {
    String[] parts = text.split("/", 3);
    if (parts.length < 2) {
      throw new InvalidValue("stream key", "must be organisation/kind/name");
    }
    Kind kind = Kind.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT));
    return new StreamKey(new Organisation(parts[0]), kind, parts.length == 3 ? parts[2] : "");
  }

  @Override
  public int compareTo(StreamKey other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    String head = organisation + "/" + kind.name().toLowerCase(java.util.Locale.ROOT);
    return name.isEmpty() ? head : head + "/" + name;
  }
}
