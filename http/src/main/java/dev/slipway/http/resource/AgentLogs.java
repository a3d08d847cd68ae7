package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Shown;
import dev.slipway.loop.door.DeliveryLogs;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Fence;
import dev.slipway.model.ServiceName;
import dev.slipway.wire.agent.LogChunk;
import dev.slipway.wire.agent.LogParcel;
import dev.slipway.wire.agent.LogStanding;
import dev.slipway.wire.agent.LogStandings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where agents bring what services and commands wrote. */
public final class AgentLogs {

  private final Doors doors;

  public AgentLogs(Doors doors) {
    this.doors = doors;
  }

  public Answer take(Call call) {
    LogParcel parcel =
        LogParcel.read(call.content())
            .orElseThrow(() -> Refusal.badRequest("invalid-parcel", "This is no parcel of logs."));
    List<LogStanding> standings = new ArrayList<>();
    try {
      for (int i = 0; i < parcel.chunks().size(); i++) {
        LogChunk chunk = parcel.chunks().get(i);
        DeliveryLogs.Piece piece =
            new DeliveryLogs.Piece(
                Applications.valid(() -> origin(chunk)),
                chunk.offset(),
                parcel.contentOf(i),
                chunk.lost(),
                chunk.finished());
        standings.add(shown(doors.logs().take(call.agent(), piece)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Answer.ok(new LogStandings(standings));
  }

  private static DeliveryLogs.Origin origin(LogChunk chunk) {
    return new DeliveryLogs.Origin(
        new ApplicationName(chunk.application()),
        Fence.parse(chunk.fence()),
        new ServiceName(chunk.service()),
        chunk.instance());
  }

  private static LogStanding shown(DeliveryLogs.Outcome outcome) {
    return switch (outcome) {
      case DeliveryLogs.Outcome.Taken taken ->
          new LogStanding(taken.next(), taken.finished(), Optional.empty());
      case DeliveryLogs.Outcome.Refused refused ->
          new LogStanding(0, false, Optional.of(Shown.reason(refused.because())));
    };
  }
}
