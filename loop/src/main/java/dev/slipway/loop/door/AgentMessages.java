package dev.slipway.loop.door;

import dev.slipway.codec.ReportCodec;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Fence;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what agents write. Stateless. */
public final class AgentMessages {

  private AgentMessages() {}

  /**
   * What an agent asks, from the texts that it sent; empty when one of them is not what it should
   * be.
   */
  public static Optional<Agents.Asked> asked(
      String version,
      String boot,
      long sequence,
      List<String> reports,
      Map<String, String> holding,
      long holdMillis) {
    try {
      Map<ApplicationName, Fence> fences = new TreeMap<>();
      holding.forEach((name, fence) -> fences.put(new ApplicationName(name), fence(fence)));
      return Optional.of(
          new Agents.Asked(
              version,
              boot,
              sequence,
              reports.stream().map(ReportCodec::decode).toList(),
              fences,
              holdMillis));
    } catch (Undecodable | InvalidValue | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Fence fence(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw new InvalidValue("fence", "must be generation.position");
    }
    return new Fence(
        Long.parseLong(text.substring(0, dot)),
        new Position(Long.parseLong(text.substring(dot + 1))));
  }
}
