package dev.slipway.model;

/** Names a job of an application. */
public record JobName(String value) implements Comparable<JobName> {

  public JobName {
    Names.checked("job name", value);
  }

  @Override
  public int compareTo(JobName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
