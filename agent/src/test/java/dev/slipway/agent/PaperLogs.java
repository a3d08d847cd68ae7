package dev.slipway.agent;

import dev.slipway.wire.agent.LogChunk;
import dev.slipway.wire.agent.LogParcel;
import dev.slipway.wire.agent.LogStanding;
import dev.slipway.wire.agent.LogStandings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a server has of logs. */
final class PaperLogs {

  final Map<String, ByteArrayOutputStream> logs = new HashMap<>();
  final Set<String> finished = new HashSet<>();
  final List<LogParcel> parcels = new ArrayList<>();

  LogStandings take(LogParcel parcel) {
    parcels.add(parcel);
    List<LogStanding> standings = new ArrayList<>();
    for (int i = 0; i < parcel.chunks().size(); i++) {
      standings.add(take(parcel, i));
    }
    return new LogStandings(standings);
  }

  private LogStanding take(LogParcel parcel, int index) {
    LogChunk chunk = parcel.chunks().get(index);
    ByteArrayOutputStream log =
        logs.computeIfAbsent(chunk.instance(), _ -> new ByteArrayOutputStream());
    if (chunk.offset() == log.size()) {
      byte[] content = new byte[chunk.length()];
      parcel.contentOf(index).get(content);
      log.writeBytes(content);
      if (chunk.finished()) {
        finished.add(chunk.instance());
      }
    }
    return new LogStanding(log.size(), finished.contains(chunk.instance()), Optional.empty());
  }

  /** Forgets what came after so many bytes. */
  void cut(String instance, int length) {
    byte[] all = text(instance).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream shorter = new ByteArrayOutputStream();
    shorter.write(all, 0, length);
    logs.put(instance, shorter);
  }

  String text(String instance) {
    return Optional.ofNullable(logs.get(instance))
        .map(log -> log.toString(StandardCharsets.UTF_8))
        .orElse("");
  }
}
