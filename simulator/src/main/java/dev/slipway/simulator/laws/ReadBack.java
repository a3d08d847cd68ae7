package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Sha;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.ChecksRead;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.simulator.CheckHost;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Law 64: what is written of a check as read was so where it is kept; and once it was read, what
 * anybody reports of it does not count.
 */
final class ReadBack implements Law {

  private final Set<CheckHost.Said> said = new HashSet<>();
  private final Set<Read> read = new HashSet<>();

  private record Read(ApplicationName application, Sha sha, CheckName name) {}

  @Override
  public String name() {
    return "law-64";
  }

  @Override
  public List<String> after(World world, CheckHost.Said told) {
    said.add(told);
    return List.of();
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ChecksRead e -> {
        e.checks().forEach(check -> read.add(new Read(e.application(), e.sha(), check.name())));
        yield e.checks().stream()
            .filter(check -> !said.contains(of(e, check)))
            .map(check -> "%s was read, and was never so".formatted(of(e, check)))
            .toList();
      }
      case CheckReported e -> {
        Read reported = new Read(e.application(), e.sha(), e.check().name());
        yield read.contains(reported)
            ? List.of("%s was read, and a report of it counts".formatted(reported))
            : List.of();
      }
      case ApplicationRemoved e -> {
        read.removeIf(one -> one.application().equals(e.application()));
        yield List.of();
      }
      case Entry _ -> List.of();
    };
  }

  private static CheckHost.Said of(ChecksRead entry, Check check) {
    return new CheckHost.Said(entry.sha(), check.name(), check.state());
  }
}
