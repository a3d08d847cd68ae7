package dev.slipway.model;

/** Names where events come from: a repository, a webhook endpoint, or the commands of people. */
public record SourceName(String value) implements Comparable<SourceName> {

  /** Where commands are received; they come from the API, whatever door it was. */
  public static final SourceName COMMANDS = new SourceName("commands");

  public SourceName {
    Names.checked("source name", value);
  }

  @Override
  public int compareTo(SourceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
