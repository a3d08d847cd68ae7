package dev.slipway.loop.door;

import dev.slipway.codec.ReportCodec;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Fence;
import dev.slipway.model.InvalidValue;
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
      List<Agents.Stray> strays,
      long holdMillis) {
    try {
      Map<ApplicationName, Fence> fences = new TreeMap<>();
      holding.forEach((name, fence) -> fences.put(new ApplicationName(name), Fence.parse(fence)));
      return Optional.of(
          new Agents.Asked(
              version,
              boot,
              sequence,
              reports.stream().map(ReportCodec::decode).toList(),
              fences,
              strays,
              holdMillis));
    } catch (Undecodable | InvalidValue e) {
      return Optional.empty();
    }
  }
}
