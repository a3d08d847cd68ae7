package dev.slipway.wire.agent;

import java.util.List;

/** The answer to a parcel: one standing for each of its chunks, in their order. */
public record LogStandings(List<LogStanding> standings) {
  public LogStandings {
    standings = Lists.orEmpty(standings);
  }
}
