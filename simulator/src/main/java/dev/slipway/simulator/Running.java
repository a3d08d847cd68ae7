package dev.slipway.simulator;

import dev.slipway.model.Digest;
import dev.slipway.model.ServiceName;
import java.util.Comparator;

/** A release of a service that runs somewhere, perhaps beside another one of the same service. */
public record Running(ServiceName service, Digest release) implements Comparable<Running> {

  private static final Comparator<Running> ORDER =
      Comparator.comparing(Running::service).thenComparing(one -> one.release().hex());

  @Override
  public int compareTo(Running other) {
    return ORDER.compare(this, other);
  }
}
