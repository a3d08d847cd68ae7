package dev.slipway.simulator;

import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.loop.door.DeliveryLogs;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Fence;
import dev.slipway.model.ServiceName;
import dev.slipway.wire.Reason;
import dev.slipway.wire.agent.LogChunk;
import dev.slipway.wire.agent.LogParcel;
import dev.slipway.wire.agent.LogStanding;
import dev.slipway.wire.agent.LogStandings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Unpacks at the server's door what an agent brings of logs. Stateless. */
final class LogParcels {

  private LogParcels() {}

  static LogStandings taken(DeliveryLogs logs, Enrolled agent, LogParcel parcel)
      throws IOException {
    List<LogStanding> standings = new ArrayList<>();
    for (int i = 0; i < parcel.chunks().size(); i++) {
      LogChunk chunk = parcel.chunks().get(i);
      DeliveryLogs.Origin origin =
          new DeliveryLogs.Origin(
              new ApplicationName(chunk.application()),
              Fence.parse(chunk.fence()),
              new ServiceName(chunk.service()),
              chunk.instance());
      standings.add(
          standing(
              logs.take(
                  agent,
                  new DeliveryLogs.Piece(
                      origin,
                      chunk.offset(),
                      parcel.contentOf(i),
                      chunk.lost(),
                      chunk.finished()))));
    }
    return new LogStandings(standings);
  }

  private static LogStanding standing(DeliveryLogs.Outcome outcome) {
    return switch (outcome) {
      case DeliveryLogs.Outcome.Taken taken ->
          new LogStanding(taken.next(), taken.finished(), Optional.empty());
      case DeliveryLogs.Outcome.Refused refused ->
          new LogStanding(
              0,
              false,
              Optional.of(new Reason(refused.because().code(), refused.because().sentence())));
    };
  }
}
